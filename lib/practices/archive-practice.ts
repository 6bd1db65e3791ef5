import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockPractice } from "./load";

/**
 * Takes a practice out of every list; it can be restored. Refuses with `not_found`, `stale`, `has_open_cases` while work for it
 * is under way and `has_open_invoices` while it owes the lab money.
 */
export async function archivePractice(
  { tx }: Context,
  { id, version }: { id: string; version: number },
): Promise<{ id: string; name: string }> {
  const practice = await lockPractice(tx, id, version);
  const open = await tx.row<{ cases: number; invoices: number }>(sql`
    SELECT (SELECT count(*) FROM cases WHERE practice_id = ${id} AND status NOT IN ('delivered', 'cancelled')) AS cases,
      (SELECT count(*) FROM invoices WHERE practice_id = ${id} AND status IN ('draft', 'sent', 'partly_paid', 'overdue')) AS invoices`);
  if (open && open.cases > 0)
    throw conflict(
      "has_open_cases",
      `${practice.name} has ${counted(open.cases, "open case")}. Finish or cancel them first.`,
    );
  if (open && open.invoices > 0)
    throw conflict(
      "has_open_invoices",
      `${practice.name} has ${counted(open.invoices, "open invoice")}. Settle them first.`,
    );
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE practices SET deleted_at = now() WHERE id = ${id}`);
  await announce(tx, ["practices"]);
  return { id, name: practice.name };
}

/**
 * Brings an archived practice back. Refuses with `not_found`, `not_archived`, and with `practice_exists` or `practice_code_taken`
 * when another has taken its place meanwhile.
 */
export async function restorePractice({ tx }: Context, { id }: { id: string }): Promise<{ id: string; name: string }> {
  await tx.includeDeleted();
  const practice = await lockPractice(tx, id);
  if (!practice.archived) throw conflict("not_archived", `${practice.name} is not archived.`);
  await tx.execute(sql`UPDATE practices SET deleted_at = NULL WHERE id = ${id}`);
  await announce(tx, ["practices"]);
  return { id, name: practice.name };
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;
