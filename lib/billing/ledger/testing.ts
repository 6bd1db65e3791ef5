import type { ClientBase } from "pg";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { send } from "@/lib/testing/billing";
import { type BuiltLab, buildPractice } from "@/lib/testing/build";
import { receivePayment } from "./receive-payment";
import type { InvoicePart } from "./schema";

/** Builders for the ledger's tests. Amounts are decimal strings in pounds. */

export type TestLine = { quantity: string; unitPrice: string; taxPercent: string };

/** A practice of the lab without anything booked. */
export async function newPractice(owner: ClientBase, lab: BuiltLab): Promise<string> {
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  const { id } = await buildPractice(owner);
  await owner.query("COMMIT");
  return id;
}

/** An invoice sent to a practice, with typed lines that no case stands behind. */
export async function sentInvoice(
  owner: ClientBase,
  lab: BuiltLab,
  practiceId: string,
  lines: readonly TestLine[] = [{ quantity: "1", unitPrice: "100", taxPercent: "20" }],
  currency = "GBP",
): Promise<string> {
  const made = await owner.query<{ id: string }>(
    "INSERT INTO invoices (lab_id, practice_id, currency) VALUES ($1, $2, $3) RETURNING id",
    [lab.id, practiceId, currency],
  );
  const id = made.rows[0]?.id as string;
  for (const [i, line] of lines.entries()) {
    await owner.query(
      `INSERT INTO invoice_items (lab_id, invoice_id, position, description, quantity, unit_price, tax_percent)
       VALUES ($1, $2, $3, 'Work', $4, $5, $6)`,
      [lab.id, id, i + 1, line.quantity, line.unitPrice, line.taxPercent],
    );
  }
  await send(lab.actors.manager, id);
  return id;
}

/** Runs a capability as the actor, in a transaction of its own. */
export function doing<T>(actor: Actor, what: (context: Context) => Promise<T>): Promise<T> {
  return asActor(actor, (tx) => what({ actor, tx }));
}

/** Books a transfer of a practice, over the invoices named. Answers the payment's id. */
export async function paid(
  actor: Actor,
  practiceId: string,
  amount: string,
  invoices: InvoicePart[] = [],
  particulars: { currency?: string; receivedOn?: string; reference?: string } = {},
): Promise<string> {
  const { paymentId } = await doing(actor, (context) =>
    receivePayment(context, {
      practiceId,
      currency: "GBP",
      amount,
      method: "bank_transfer",
      receivedOn: "2026-01-02",
      reference: null,
      note: null,
      invoices,
      ...particulars,
    }),
  );
  return paymentId;
}

/** What does not add up in a practice's ledger: one line for each rule that is broken. */
export async function brokenRules(owner: ClientBase, practiceId: string): Promise<string[]> {
  const { rows } = await owner.query<{ broken: string }>(RULES, [practiceId]);
  return rows.map(({ broken }) => broken);
}

const RULES = `
  WITH i AS (SELECT * FROM invoices WHERE practice_id = $1), p AS (SELECT * FROM payments WHERE practice_id = $1),
    n AS (SELECT * FROM credit_notes WHERE practice_id = $1), r AS (SELECT * FROM refunds WHERE practice_id = $1),
    a AS (SELECT * FROM allocations WHERE practice_id = $1)
  SELECT 'total of ' || coalesce(number, 'draft') AS broken FROM i
    WHERE total <> coalesce((SELECT sum(net + tax) FROM invoice_items l WHERE l.invoice_id = i.id), 0)
  UNION ALL SELECT 'settled of ' || number FROM i
    WHERE paid_total <> coalesce((SELECT sum(amount) FROM a WHERE a.invoice_id = i.id), 0) OR paid_total NOT BETWEEN 0 AND total OR balance <> total - paid_total
  UNION ALL SELECT 'credited of ' || number FROM i
    WHERE credited_total <> coalesce((SELECT sum(n.total) FROM n WHERE n.invoice_id = i.id), 0)
  UNION ALL SELECT 'status of ' || number || ': ' || status FROM i
    WHERE number IS NOT NULL AND CASE WHEN balance = 0 THEN status NOT IN ('paid', 'refunded') WHEN paid_total > 0 THEN status <> 'partly_paid' ELSE status <> 'sent' END
  UNION ALL SELECT 'own credit of ' || i.number || ' is left while it is owed' FROM i JOIN n ON n.invoice_id = i.id
    WHERE i.balance > 0 AND n.allocated + n.refunded < n.total
  UNION ALL SELECT 'payment ' || amount FROM p
    WHERE allocated <> coalesce((SELECT sum(amount) FROM a WHERE a.payment_id = p.id), 0)
      OR refunded <> coalesce((SELECT sum(amount) FROM r WHERE r.payment_id = p.id), 0) OR allocated + refunded > amount
  UNION ALL SELECT 'credit note ' || number FROM n
    WHERE allocated <> coalesce((SELECT sum(amount) FROM a WHERE a.credit_note_id = n.id), 0)
      OR refunded <> coalesce((SELECT sum(amount) FROM r WHERE r.credit_note_id = n.id), 0) OR allocated + refunded > total
      OR total <> coalesce((SELECT sum(net + tax) FROM credit_note_items c WHERE c.credit_note_id = n.id), 0)
  UNION ALL SELECT 'line credited too much' FROM credit_note_items c JOIN invoice_items l ON l.id = c.invoice_item_id JOIN i ON i.id = l.invoice_id
    GROUP BY l.id HAVING sum(c.net) > l.net OR sum(c.tax) > l.tax OR (sum(c.net) = l.net AND sum(c.tax) <> l.tax)
  UNION ALL SELECT 'taken back too much' FROM a GROUP BY invoice_id, payment_id, credit_note_id HAVING sum(amount) < 0
  UNION ALL SELECT 'balance of the practice' WHERE
    (SELECT coalesce(sum(total), 0) FROM i WHERE status NOT IN ('draft', 'cancelled')) - (SELECT coalesce(sum(total), 0) FROM n)
      - (SELECT coalesce(sum(amount), 0) FROM p) + (SELECT coalesce(sum(amount), 0) FROM r)
    <> (SELECT coalesce(sum(balance), 0) FROM i WHERE status NOT IN ('draft', 'cancelled'))
      - (SELECT coalesce(sum(amount - allocated - refunded), 0) FROM p) - (SELECT coalesce(sum(total - allocated - refunded), 0) FROM n)`;
