import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import type { ScannerOrder } from "./read-order";
import { refuseExport } from "./refusals";

/** Who prescribed an order, at which practice. */
export type Prescribed = { dentistId: string; dentist: string; practiceId: string; practice: string };

/**
 * The practices at which the dentist of an order's licence prescribes today, of those the actor may enter cases for; only the given
 * one when there is one. Refuses with `unknown_dentist` when there is none.
 */
export async function prescribersOf(
  { actor, tx }: Context,
  order: Pick<ScannerOrder, "licence" | "doctor">,
  practiceId: string | null,
): Promise<Prescribed[]> {
  const today = labToday(actor.lab.timeZone);
  const found = await tx.rows<Prescribed>(sql`
    SELECT d.id AS "dentistId", d.full_name AS dentist, p.id AS "practiceId", p.name AS practice
    FROM dentist_profiles d
    JOIN practice_dentists pd ON pd.lab_id = d.lab_id AND pd.dentist_id = d.id
    JOIN practices p ON p.lab_id = pd.lab_id AND p.id = pd.practice_id AND p.status = 'active'
    WHERE upper(btrim(d.licence_number)) = upper(${order.licence}::text) AND d.status = 'active'
      AND (${practiceId}::uuid IS NULL OR p.id = ${practiceId}::uuid)
      AND coalesce(pd.started_on, ${today}::date) <= ${today}::date AND coalesce(pd.ended_on, ${today}::date) >= ${today}::date
    ORDER BY p.name LIMIT 50`);
  if (found.length > 0) return found;
  const where = actor.practice || practiceId ? "at this practice" : "at any practice";
  const said = order.doctor ? ` (${order.doctor})` : "";
  throw refuseExport("unknown_dentist", `No dentist ${where} has the licence number ${order.licence}${said}.`);
}

/** An order that was imported before, in words, with the page of what became of it when the actor may open that. */
export type Imported = { words: string; href: string | null };

/** What became of an order that the acting lab imported before; null when it was not, as far as the actor sees. */
export async function importedBefore({ actor, tx }: Context, orderId: string): Promise<Imported | null> {
  const portal = actor.audience === "portal";
  const made = await tx.row<{ id: string; number: string }>(
    sql`SELECT id, number FROM cases WHERE scanner_order_id = ${orderId}`,
  );
  if (made)
    return {
      words: `Order ${orderId} was imported already: it is case ${made.number}.`,
      href: `${portal ? "/portal" : ""}/cases/${made.id}`,
    };
  const draft = await draftOf(tx, orderId);
  if (!draft) return null;
  const own = draft.userId === actor.userId;
  return {
    words: `Order ${orderId} was imported already: it is a draft${own ? " of yours" : ` at ${draft.practice}, begun by another person`}.`,
    href: own ? `${portal ? "/portal/new" : "/cases/new"}?draft=${draft.id}` : null,
  };
}

const draftOf = (tx: Transaction, orderId: string) =>
  tx.row<{ id: string; userId: string; practice: string }>(sql`
    SELECT d.id, d.user_id AS "userId", p.name AS practice FROM case_drafts d JOIN practices p ON p.lab_id = d.lab_id AND p.id = d.practice_id
    WHERE d.scanner_order_id = ${orderId} AND d.deleted_at IS NULL`);
