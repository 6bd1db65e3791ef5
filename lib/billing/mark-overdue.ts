import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { lockInvoices, lockLedgers } from "./ledger/lock-ledger";
import type { InLab } from "./month-end/continue-run";
import { tellBilling } from "./tell-billing";

type Late = { id: string; number: string; practiceId: string };

const DUE_BEFORE_TODAY = sql`i.status IN ('sent', 'partly_paid') AND i.due_on < (now() AT TIME ZONE l.time_zone)::date`;

/**
 * Marks a lab's open invoices overdue whose due day has passed on the lab's own calendar, practice by practice, each in a transaction of
 * its own: who books money of one waits for no other, and one that fails holds up none. Answers how many; a second run on the same day
 * finds none. Throws the first failure at the end.
 */
export async function markOverdue(inLab: InLab): Promise<number> {
  const practices = await inLab(({ tx }) =>
    tx.rows<{ id: string }>(sql`
      SELECT DISTINCT i.practice_id AS id FROM invoices i JOIN labs l ON l.id = i.lab_id WHERE ${DUE_BEFORE_TODAY} ORDER BY 1`),
  );
  const late: Late[] = [];
  const failures: unknown[] = [];
  for (const { id } of practices ?? [])
    await inLab((context) => markPractice(context, id)).then(
      (found) => late.push(...(found ?? [])),
      (failure: unknown) => failures.push(failure),
    );
  if (late.length > 0) await inLab(({ tx }) => tellLab(tx, late));
  if (failures.length > 0) throw failures[0];
  return late.length;
}

/** One practice's, locked as who books money locks: the practice, then its invoices by id. */
async function markPractice({ tx }: Context, practiceId: string): Promise<Late[]> {
  await lockLedgers(tx, [practiceId]);
  const found = await tx.rows<{ id: string }>(sql`
    SELECT i.id FROM invoices i JOIN labs l ON l.id = i.lab_id WHERE i.practice_id = ${practiceId} AND ${DUE_BEFORE_TODAY}`);
  const locked = await lockInvoices(
    tx,
    found.map(({ id }) => id),
  );
  const late = await tx.rows<Late>(sql`
    UPDATE invoices SET status = 'overdue' WHERE id = ANY(${locked.map(({ id }) => id)}::uuid[]) AND status IN ('sent', 'partly_paid')
    RETURNING id, number, practice_id AS "practiceId"`);
  for (const { id, number } of late) {
    await tellBilling(tx, id, [], practiceId);
    await notify(
      tx,
      { practiceId, permission: "portal.invoices" },
      {
        key: `invoice:${id}:overdue`,
        type: "invoice",
        title: `Invoice ${number} is overdue`,
        href: `/portal/invoices/${id}`,
      },
    );
  }
  return late;
}

/** The lab hears once of all that became overdue together. */
async function tellLab(tx: Transaction, late: readonly Late[]): Promise<void> {
  const [first] = late;
  if (!first) return;
  const one = late.length === 1;
  await notify(
    tx,
    { permission: "payments.record" },
    {
      key: `invoices:overdue:${first.id}`,
      type: "alert",
      priority: "high",
      title: one ? `Invoice ${first.number} is overdue` : `${late.length} invoices are overdue`,
      href: one ? `/invoices/${first.id}` : "/invoices?status=overdue",
    },
  );
}
