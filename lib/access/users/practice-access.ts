import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Acting } from "../action";
import type { Actor } from "../actor";
import { conflict, notFound } from "../errors";
import type { memberSchema } from "./schema";

type Member = z.output<typeof memberSchema>;

/**
 * Ends a person's acting for a practice of the actor's lab: from their next request on they see nothing of it. Their place in the
 * lab, and at other practices, stays. `memberId` is the row's. Refuses with `not_found`.
 */
export async function endPracticeAccess({ actor }: Acting, { memberId }: Member): Promise<Member> {
  await asAuth(async (tx) => {
    const ended = await tx.execute(sql`
      UPDATE practice_members SET deleted_at = now() WHERE lab_id = ${actor.lab.id} AND id = ${memberId} AND deleted_at IS NULL`);
    if (ended === 0) throw notFound("person");
  }, actor);
  return { memberId };
}

/** Lets a person act for the practice again. Refuses with `not_found`, and with `already_member` when they were let in anew. */
export async function restorePracticeAccess({ actor }: Acting, { memberId }: Member): Promise<Member> {
  await asAuth(async (tx) => {
    if (await actsThere(tx, actor, memberId))
      throw conflict("already_member", "This person acts for the practice already.");
    const restored = await tx.execute(sql`
      UPDATE practice_members SET deleted_at = NULL WHERE lab_id = ${actor.lab.id} AND id = ${memberId}`);
    if (restored === 0) throw notFound("person");
  }, actor);
  return { memberId };
}

async function actsThere(tx: Transaction, actor: Actor, memberId: string): Promise<boolean> {
  const living = await tx.row(sql`
    SELECT 1 FROM practice_members was JOIN practice_members pm
      ON pm.lab_id = was.lab_id AND pm.user_id = was.user_id AND pm.practice_id = was.practice_id AND pm.deleted_at IS NULL
    WHERE was.lab_id = ${actor.lab.id} AND was.id = ${memberId}`);
  return Boolean(living);
}
