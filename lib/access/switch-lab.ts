import { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { placeKey, placesOf } from "./places";
import type { SignedIn } from "./session";

/** A place as `placeKey` writes it. */
export const placeSchema = z.string().regex(/^[0-9a-f-]{36}(\/[0-9a-f-]{36})?$/);

/** Moves a session to another lab or practice of its user. Answers false, and moves nothing, where the user has no place. */
export async function switchPlace(session: SignedIn, key: string): Promise<boolean> {
  const place = (await placesOf(session.user.id)).find((each) => placeKey(each) === key);
  if (!place) return false;
  await asAuth((tx) =>
    tx.execute(sql`
      UPDATE sessions SET lab_id = ${place.labId}, practice_id = ${place.practiceId} WHERE id = ${session.sessionId}`),
  );
  return true;
}
