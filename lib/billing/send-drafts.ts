import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { recordEvents } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { enqueueEach } from "@/lib/outbox/outbox";
import { keepParticulars } from "./draft-invoice-lines";
import type { Parties } from "./parties";
import { tellOfInvoices } from "./tell-billing";

/** How a practice's drafts go out: to which address, with which parties on them, and for which practice of a month end, if any. */
export type Sending = { practiceId: string; parties: Parties; address: string; monthEndResultId?: string };
/** Seconds that the letters of a month end wait, so that making their PDFs does not hold up the run. */
const LETTERS_WAIT = 60;

export type SentInvoice = { id: string; number: string; total: string; currency: string };

/**
 * Sends drafts of one practice in a few statements, however many they are: numbers in the order in which they were drafted, the lab's
 * day, the day they are due, the timelines of their cases, a notice to the practice and a letter each (by a job). The caller has locked
 * them and knows that each has lines and none an exception; the database refuses otherwise (`invoice_has_exceptions`).
 */
export async function sendDrafts(
  context: Context,
  invoiceIds: readonly string[],
  { practiceId, parties, address, monthEndResultId }: Sending,
): Promise<SentInvoice[]> {
  const { actor, tx } = context;
  await keepParticulars(tx, invoiceIds);
  const sent = await tx.rows<SentInvoice>(sql`
    WITH numbered AS MATERIALIZED (
      SELECT id, next_number('invoice') AS number
      FROM (SELECT id FROM invoices WHERE id = ANY(${invoiceIds}::uuid[]) ORDER BY created_at, id) drafts)
    UPDATE invoices i SET number = n.number, status = 'sent', issued_on = day.today,
      due_on = day.today + ${parties.paymentTermsDays}::int, sent_at = now(), sent_by_id = ${actor.userId}::uuid,
      parties = ${JSON.stringify(parties)}::jsonb, mailed_to = ${address}, month_end_result_id = ${monthEndResultId ?? null}::uuid
    FROM numbered n, (SELECT (now() AT TIME ZONE time_zone)::date AS today FROM labs) day
    WHERE i.id = n.id RETURNING i.id, i.number, i.total, i.currency`);
  sent.sort((a, b) => (a.number < b.number ? -1 : 1));

  const byId = new Map(sent.map((invoice) => [invoice.id, invoice]));
  const cases = await tx.rows<{ invoiceId: string; caseId: string }>(sql`
    SELECT DISTINCT invoice_id AS "invoiceId", case_id AS "caseId" FROM invoice_items
    WHERE invoice_id = ANY(${invoiceIds}::uuid[]) AND case_id IS NOT NULL ORDER BY 1, 2`);
  await recordEvents(
    context,
    cases.map(({ invoiceId, caseId }) => {
      const { number, total, currency } = byId.get(invoiceId) as SentInvoice;
      return { caseId, kind: "invoice_sent" as const, data: { number, total, currency }, audience: "shared" as const };
    }),
  );
  await notify(tx, { practiceId, permission: "portal.invoices" }, noticeOf(sent));
  await enqueueEach(
    tx,
    "mail_invoice",
    sent.map(({ id }) => ({ labId: actor.lab.id, invoiceId: id })),
    monthEndResultId ? LETTERS_WAIT : 0,
  );
  const caseIds = [...new Set(cases.map(({ caseId }) => caseId))];
  await tellOfInvoices(tx, invoiceIds, caseIds, practiceId);
  return sent;
}

/** One notice, also of many: each invoice has its letter. */
function noticeOf(sent: readonly SentInvoice[]) {
  const [first, ...more] = sent as [SentInvoice, ...SentInvoice[]];
  return {
    key: `invoice:${first.id}:sent`,
    type: "invoice" as const,
    title: more.length === 0 ? `Invoice ${first.number}` : `${sent.length} invoices, ${first.number} and on`,
    href: more.length === 0 ? `/portal/invoices/${first.id}` : "/portal/invoices",
  };
}
