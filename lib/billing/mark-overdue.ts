import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { lockInvoices, lockLedgers } from "./ledger/lock-ledger";
import { tellBilling } from "./tell-billing";

type Late = { id: string; number: string; practiceId: string };

/**
 * Marks the acting lab's open invoices overdue whose due day has passed on the lab's own calendar. Answers how many; a second run
 * on the same day finds none. Locks as who books money does: the practices, then their invoices by id.
 */
export async function markOverdue({ tx }: Pick<Context, "tx">): Promise<number> {
  const found = await tx.rows<{ id: string; practiceId: string }>(sql`
    SELECT i.id, i.practice_id AS "practiceId" FROM invoices i JOIN labs l ON l.id = i.lab_id
    WHERE i.status IN ('sent', 'partly_paid') AND i.due_on < (now() AT TIME ZONE l.time_zone)::date`);
  if (found.length === 0) return 0;
  await lockLedgers(tx, [...new Set(found.map(({ practiceId }) => practiceId))]);
  const locked = await lockInvoices(
    tx,
    found.map(({ id }) => id),
  );
  const late = await tx.rows<Late>(sql`
    UPDATE invoices SET status = 'overdue' WHERE id = ANY(${locked.map(({ id }) => id)}::uuid[]) AND status IN ('sent', 'partly_paid')
    RETURNING id, number, practice_id AS "practiceId"`);
  for (const { id, practiceId } of late) await tellBilling(tx, id, [], practiceId);
  await tellOverdue(tx, late);
  return late.length;
}

/** The lab hears once of all that became overdue together, each practice of each of its own. */
async function tellOverdue(tx: Transaction, late: readonly Late[]): Promise<void> {
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
  for (const { id, number, practiceId } of late)
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
