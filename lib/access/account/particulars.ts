import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Acting } from "../action";
import type { particularsSchema } from "./schema";

/** Changes the acting person's name and the notation in which they read teeth. */
export async function changeParticulars(
  { actor }: Acting,
  { name, toothNotation }: z.output<typeof particularsSchema>,
): Promise<null> {
  await asAuth(
    (tx) =>
      tx.execute(sql`UPDATE users SET name = ${name}, tooth_notation = ${toothNotation} WHERE id = ${actor.userId}`),
    actor,
  );
  return null;
}
