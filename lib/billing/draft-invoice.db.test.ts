import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { deliver } from "@/lib/testing/billing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { cancelInvoice } from "./cancel-invoice";
import { draftInvoice } from "./draft-invoice";
import { readInvoice } from "./invoice-detail";
import { countUninvoiced } from "./uninvoiced";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const draft = (caseId: string) =>
  asActor(lab.actors.staff, (tx) => draftInvoice({ actor: lab.actors.staff, tx }, { caseId }));
const read = async (invoiceId: string | undefined) => {
  const invoice = await asActor(lab.actors.staff, (tx) => readInvoice(tx, invoiceId ?? ""));
  if (!invoice) throw new Error("no such invoice");
  return invoice;
};
const setPractice = (columns: string) => owner.query(`UPDATE practices SET ${columns} WHERE id = $1`, [lab.practiceId]);

describe("drafting an invoice", () => {
  it("prices what was delivered, and adds nothing when the job runs again or 8 times at once", async () => {
    const built = await buildCase(owner, lab, [
      { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
      { procedureType: "bridges", material: "zirconia_multilayer", teeth: [24, 25, 26] },
    ]);
    expect(await draft(built.id)).toBeNull();
    await deliver(owner, built);
    const answers = await Promise.all(Array.from({ length: 8 }, () => draft(built.id)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await draft(built.id)).toBeNull();

    const invoice = await read(answers.find(Boolean)?.invoiceId);
    expect(
      invoice.lines.map((l) => [l.caseNumber, l.description, l.quantity, l.unitPrice, l.taxPercent, l.net, l.tax]),
    ).toEqual([
      [built.number, "Crown 14, Zirconia, full contour", "1.00", "89.00", "20.00", "89.00", "17.80"],
      [built.number, "Bridge 24–26, Zirconia, multilayer", "3.00", "92.00", "20.00", "276.00", "55.20"],
    ]);
    expect([invoice.status, invoice.subtotal, invoice.taxTotal, invoice.total, invoice.balance]).toEqual([
      "draft",
      "365.00",
      "73.00",
      "438.00",
      "438.00",
    ]);
    const events = await owner.query("SELECT kind, audience, data FROM case_events WHERE case_id = $1", [built.id]);
    expect(events.rows).toEqual([
      { kind: "invoice_drafted", audience: "internal", data: { total: "438.00", currency: "GBP" } },
    ]);
  });

  it("adds to the draft of the month of delivery, on the lab's calendar, where the practice is invoiced monthly", async () => {
    await setPractice("invoice_mode = 'monthly'");
    const deliveredAt = ["2026-09-30T22:59:00Z", "2026-09-30T23:01:00Z", "2026-10-15T12:00:00Z"]; // London is at UTC+1
    const drafts = [];
    for (const at of deliveredAt) {
      const built = await buildCase(owner, lab);
      await deliver(owner, built, new Date(at));
      drafts.push(await draft(built.id));
    }
    await setPractice("invoice_mode = 'per_case'");
    const [september, october, alsoOctober] = drafts;
    expect(alsoOctober?.invoiceId).toBe(october?.invoiceId);
    expect((await read(september?.invoiceId)).periodMonth).toBe("2026-09-01");
    const invoice = await read(october?.invoiceId);
    expect([invoice.periodMonth, invoice.lines.length, invoice.total]).toEqual(["2026-10-01", 2, "213.60"]);
  });

  it("applies the practice's discount and rush, which the line says", async () => {
    await setPractice("discount_percent = 10");
    const built = await buildCase(owner, lab);
    await owner.query("UPDATE cases SET urgency = 'rush' WHERE id = $1", [built.id]);
    await deliver(owner, built);
    const { lines } = await read((await draft(built.id))?.invoiceId);
    await setPractice("discount_percent = 0");
    expect(lines.map((l) => [l.description, l.unitPrice, l.discountPercent, l.net])).toEqual([
      ["Crown 14, Zirconia, full contour (rush +35\u00a0%)", "120.15", "10.00", "108.14"],
    ]);
  });

  it("names what has no price, and does not send it", async () => {
    await owner.query(
      "UPDATE price_list_items SET deleted_at = now() WHERE lab_id = $1 AND procedure_type = 'veneers'",
      [lab.id],
    );
    const built = await buildCase(owner, lab, [{ procedureType: "veneers", teeth: [11] }]);
    await deliver(owner, built);
    const drafted = await draft(built.id);
    const { lines } = await read(drafted?.invoiceId);
    expect(lines.map((l) => [l.exception, l.net])).toEqual([["no_price", "0.00"]]);
    const forced = asActor(lab.actors.manager, (tx) =>
      tx.prisma.invoice.update({
        where: { id: drafted?.invoiceId },
        data: { status: "sent", number: "X", issuedOn: new Date(), dueOn: new Date() },
      }),
    );
    await expect(forced).rejects.toThrow(/invoice_has_exceptions/);
  });

  it("lets what a cancelled invoice held be invoiced again", async () => {
    const actor = lab.actors.manager;
    const built = await buildCase(owner, lab);
    await deliver(owner, built);
    const first = await read((await draft(built.id))?.invoiceId);
    await asActor(actor, (tx) =>
      cancelInvoice({ actor, tx }, { invoiceId: first.id, version: first.version, reason: "Wrong practice" }),
    );
    expect(await asActor(actor, countUninvoiced)).toBe(1);
    const second = await draft(built.id);
    expect(second?.invoiceId).not.toBe(first.id);
    expect(await asActor(actor, countUninvoiced)).toBe(0);
    expect((await read(first.id)).lines).toHaveLength(1);
  });
});
