import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { type Sql, sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { buildDraft, send } from "@/lib/testing/billing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { cancelInvoice } from "./cancel-invoice";
import { addLine } from "./edit-lines";
import { readInvoice } from "./invoice-detail";
import { mailInvoice } from "./mail-invoice";
import { markOverdue } from "./mark-overdue";
import { inLabOf } from "./month-end/testing";
import { sendInvoice } from "./send-invoice";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const read = async (invoiceId: string) => {
  const invoice = await asActor(lab.actors.staff, (tx) => readInvoice(tx, invoiceId));
  if (!invoice) throw new Error("no such invoice");
  return invoice;
};
const mails = async (to: string) =>
  (
    await owner.query<{ subject: string; name: string; pdf: string }>(
      `SELECT subject, attachments -> 0 ->> 'name' AS name, attachments -> 0 ->> 'base64' AS pdf FROM mail_messages WHERE to_address = $1`,
      [to],
    )
  ).rows;

describe("sending an invoice", () => {
  it("gives it a number and days, and mails the PDF once however often the job runs", async () => {
    const actor = lab.actors.staff;
    const { invoiceId, caseId } = await buildDraft(owner, lab);
    const { version } = await read(invoiceId);
    const input = { invoiceId, version, to: "" as const };
    const attempt = () => asActor(actor, (tx) => sendInvoice({ actor, tx }, input));
    await expect(attempt()).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { to: [expect.stringContaining("no e-mail")] },
    });
    await owner.query("UPDATE practices SET email = 'books@practice.test', payment_terms_days = 14 WHERE id = $1", [
      lab.practiceId,
    ]);
    const { number } = await attempt();
    await expect(attempt()).rejects.toMatchObject({ reason: "stale" });

    for (let run = 0; run < 2; run++) await asActor(actor, (tx) => mailInvoice({ actor, tx }, { invoiceId }));
    const letters = await mails("books@practice.test");
    expect(letters).toMatchObject([{ name: `${number}.pdf`, subject: expect.stringContaining(number) }]);
    expect(
      Buffer.from(letters[0]?.pdf ?? "", "base64")
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");

    const days = await owner.query(
      "SELECT issued_on = (now() AT TIME ZONE 'Europe/London')::date AS issued, due_on - issued_on AS terms FROM invoices WHERE id = $1",
      [invoiceId],
    );
    expect(days.rows).toEqual([{ issued: true, terms: 14 }]);
    const events = await owner.query(
      "SELECT audience, data FROM case_events WHERE case_id = $1 AND kind = 'invoice_sent'",
      [caseId],
    );
    expect(events.rows).toEqual([{ audience: "shared", data: { number, total: "106.80", currency: "GBP" } }]);
  });

  it("64 at once number on without a gap or a twin", async () => {
    const fresh = await buildLab(owner);
    const drafts = [];
    for (let i = 0; i < 64; i++) drafts.push((await buildDraft(owner, fresh)).invoiceId);
    const numbers = await Promise.all(drafts.map((invoiceId) => send(fresh.actors.manager, invoiceId)));
    const year = numbers[0]?.slice(4, 8);
    const expected = Array.from({ length: 64 }, (_, i) => `INV-${year}-${String(i + 1).padStart(6, "0")}`);
    expect(numbers.toSorted()).toEqual(expected);
  }, 60_000);

  it("fixes it for good, for the app's own role in plain SQL too", async () => {
    const actor = lab.actors.manager;
    const { invoiceId } = await buildDraft(owner, lab);
    await send(actor, invoiceId);
    const { version } = await read(invoiceId);
    const line = { description: "More", quantity: "1", unitPrice: "1", discountPercent: "0", taxPercent: "0" };
    await expect(asActor(actor, (tx) => addLine({ actor, tx }, { invoiceId, version, ...line }))).rejects.toMatchObject(
      {
        reason: "invoice_not_draft",
      },
    );
    const attempts: [Sql, RegExp][] = [
      [sql`UPDATE invoice_items SET unit_price = 1 WHERE invoice_id = ${invoiceId}`, /invoice_not_draft/],
      [sql`UPDATE invoice_items SET is_void = true WHERE invoice_id = ${invoiceId}`, /invoice_not_draft/],
      [
        sql`INSERT INTO invoice_items (invoice_id, position, description, quantity, unit_price) VALUES (${invoiceId}, 9, 'x', 1, 1)`,
        /invoice_not_draft/,
      ],
      [sql`DELETE FROM invoice_items WHERE invoice_id = ${invoiceId}`, /permission denied/],
      [sql`UPDATE invoices SET status = 'draft' WHERE id = ${invoiceId}`, /invoice_not_draft/],
      [sql`UPDATE invoices SET number = 'INV-1' WHERE id = ${invoiceId}`, /invoice_not_draft/],
      [sql`UPDATE invoices SET due_on = due_on + 30 WHERE id = ${invoiceId}`, /invoice_not_draft/],
      [sql`UPDATE invoices SET notes = 'x' WHERE id = ${invoiceId}`, /invoice_not_draft/],
      [sql`UPDATE invoices SET parties = NULL WHERE id = ${invoiceId}`, /invoice_not_draft/],
      [sql`UPDATE invoices SET total = 0 WHERE id = ${invoiceId}`, /permission denied/],
      [sql`UPDATE invoices SET paid_total = total WHERE id = ${invoiceId}`, /permission denied/],
    ];
    for (const [statement, refusal] of attempts) {
      await expect(
        asActor(actor, (tx) => tx.execute(statement)),
        statement.sql,
      ).rejects.toThrow(refusal);
    }
    // A status that the balance contradicts does not stick.
    await asActor(actor, (tx) => tx.execute(sql`UPDATE invoices SET status = 'paid' WHERE id = ${invoiceId}`));
    expect(await read(invoiceId)).toMatchObject({ status: "sent", total: "106.80", balance: "106.80" });
  });

  it("is undone by a credit note alone, which whoever may not issue one cannot", async () => {
    const actor = lab.actors.manager;
    const { invoiceId } = await buildDraft(owner, lab);
    await send(actor, invoiceId);
    const { version } = await read(invoiceId);
    const input = { invoiceId, version, reason: "A mistake" };
    const permissions = new Set([...actor.permissions].filter((permission) => permission !== "credits.issue"));
    const narrow = { ...actor, permissions };
    await expect(asActor(narrow, (tx) => cancelInvoice({ actor: narrow, tx }, input))).rejects.toMatchObject({
      code: "forbidden",
    });
    const forced = asActor(actor, (tx) =>
      tx.execute(sql`UPDATE invoices SET status = 'cancelled', cancelled_at = now() WHERE id = ${invoiceId}`),
    );
    await expect(forced).rejects.toThrow(/invoice_sent/);
    const { creditNote } = await asActor(actor, (tx) => cancelInvoice({ actor, tx }, input));
    expect(creditNote).toMatch(/^CN-\d{4}-000001$/);
    expect(await read(invoiceId)).toMatchObject({ status: "refunded", total: "106.80", balance: "0.00" });
    const again = asActor(actor, (tx) => cancelInvoice({ actor, tx }, { ...input, version: version + 9 }));
    await expect(again).rejects.toMatchObject({ reason: "stale" });
  });
});

describe("a cancelled draft", () => {
  it("is told in the timelines of its cases, to the lab alone", async () => {
    const actor = lab.actors.manager;
    const { invoiceId, caseId } = await buildDraft(owner, lab);
    const { version } = await read(invoiceId);
    await asActor(actor, (tx) => cancelInvoice({ actor, tx }, { invoiceId, version, reason: "Wrong price" }));
    const { rows } = await db.ownerPool.query(
      "SELECT audience, data FROM case_events WHERE kind = 'invoice_cancelled' AND case_id = $1",
      [caseId],
    );
    expect(rows).toEqual([{ audience: "internal", data: { reason: "Wrong price" } }]);
  });
});

describe("an invoice becomes overdue", () => {
  it("by the day of its own lab: the same due day has passed in Auckland and not yet in Honolulu", async () => {
    // Auckland is 22 to 24 hours ahead of Honolulu, so it is always on a later day.
    const labs = await Promise.all(
      ["Pacific/Auckland", "Pacific/Honolulu"].map(async (zone) => {
        const client = await db.ownerPool.connect();
        const built = await buildLab(client, zone);
        const { invoiceId } = await buildDraft(client, built);
        await send(built.actors.manager, invoiceId);
        client.release();
        return { built, invoiceId };
      }),
    );
    const ids = labs.map(({ invoiceId }) => invoiceId);
    // Due on Honolulu's today: history is rewritten with the guards asleep.
    await owner.query("BEGIN; ALTER TABLE invoices DISABLE TRIGGER USER");
    await owner.query(
      `UPDATE invoices SET issued_on = issued_on - 9, due_on = (now() AT TIME ZONE 'Pacific/Honolulu')::date WHERE id = ANY($1)`,
      [ids],
    );
    await owner.query("ALTER TABLE invoices ENABLE TRIGGER USER; COMMIT");

    const marked = [];
    for (const { built } of labs) marked.push(await markOverdue(inLabOf(built.actors.manager)));
    const again = await markOverdue(inLabOf(labs[0]?.built.actors.manager ?? lab.actors.manager));
    const { rows } = await owner.query(
      "SELECT status FROM invoices WHERE id = ANY($1) ORDER BY array_position($1, id)",
      [ids],
    );
    expect([marked, again, rows.map(({ status }) => status)]).toEqual([[1, 0], 0, ["overdue", "sent"]]);
  });
});
