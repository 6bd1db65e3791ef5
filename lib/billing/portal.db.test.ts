import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { buildDraft, send } from "@/lib/testing/billing";
import { type BuiltLab, buildLab, buildPractice } from "@/lib/testing/build";
import { cancelInvoice } from "./cancel-invoice";
import { readInvoice } from "./invoice-detail";
import { invoiceFilterSchema } from "./list-filter";
import { listInvoices, sumInvoices } from "./list-invoices";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let neighbour: Actor;
let foreign: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  foreign = await buildLab(owner);
  lab = await buildLab(owner);
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  neighbour = { ...lab.actors.dentist, practice: await buildPractice(owner) };
  await owner.query("COMMIT");
});
afterAll(() => owner.release());

const list = (actor: Actor, address: Record<string, string> = {}) =>
  asActor(actor, async (tx) => {
    const filter = invoiceFilterSchema.parse(address);
    return { ...(await listInvoices(tx, filter)), sums: await sumInvoices(tx, filter) };
  });

describe("a practice in the portal", () => {
  it("sees what was sent to it, and neither drafts nor what is another's", async () => {
    const manager = lab.actors.manager;
    const draft = await buildDraft(owner, lab);
    const sent = await buildDraft(owner, lab);
    const number = await send(manager, sent.invoiceId);
    const dropped = await buildDraft(owner, lab);
    await asActor(manager, async (tx) => {
      const { version } = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: dropped.invoiceId } });
      await cancelInvoice({ actor: manager, tx }, { invoiceId: dropped.invoiceId, version, reason: "Not needed" });
    });

    const seen = await list(lab.actors.dentist);
    expect(seen.invoices.map((invoice) => invoice.number)).toEqual([number]);
    expect(seen.sums).toMatchObject([{ currency: "GBP", count: 1, total: "106.80", owed: "106.80" }]);
    for (const hidden of [draft, dropped]) {
      expect(await asActor(lab.actors.dentist, (tx) => readInvoice(tx, hidden.invoiceId))).toBeNull();
    }
    const invoice = await asActor(lab.actors.dentist, (tx) => readInvoice(tx, sent.invoiceId));
    expect(invoice).toMatchObject({
      number,
      sentBy: null,
      lines: [{ net: "89.00", caseNumber: expect.stringMatching(/^C-/) }],
    });
    expect((await list(lab.actors.dentist, { q: number })).invoices).toHaveLength(1);

    for (const stranger of [neighbour, foreign.actors.dentist, foreign.actors.admin]) {
      expect((await list(stranger)).invoices).toEqual([]);
      expect((await list(stranger, { q: number })).invoices).toEqual([]);
      expect(await asActor(stranger, (tx) => readInvoice(tx, sent.invoiceId))).toBeNull();
    }
  });
});

describe("the lab's list", () => {
  it("pages by key through each invoice once, on and back, in both orders", async () => {
    const fresh = await buildLab(owner);
    await owner.query(
      `INSERT INTO invoices (lab_id, practice_id, currency, created_at)
       SELECT $1, $2, 'GBP', now() - make_interval(mins => n) FROM generate_series(1, 120) n`,
      [fresh.id, fresh.practiceId],
    );
    for (const sort of ["newest", "owed"]) {
      const first = await list(fresh.actors.staff, { sort });
      const pages = [first];
      for (let older = first.older; older; older = pages.at(-1)?.older ?? null) {
        pages.push(await list(fresh.actors.staff, { sort, after: `${older.rank}_${older.day}_${older.id}` }));
      }
      expect(pages.map((page) => page.invoices.length)).toEqual([50, 50, 20]);
      expect(new Set(pages.flatMap((page) => page.invoices.map(({ id }) => id))).size).toBe(120);
      const back = pages.at(-1)?.newer;
      const before = await list(fresh.actors.staff, { sort, before: `${back?.rank}_${back?.day}_${back?.id}` });
      expect(before.invoices).toEqual(pages[1]?.invoices);
      expect(first.sums).toMatchObject([{ count: 120, total: "0.00", owed: "0.00" }]);
    }
  });

  it("shows the overdue first in the order of what is owed, and finds by practice and status", async () => {
    const { invoiceId } = await buildDraft(owner, lab);
    await send(lab.actors.manager, invoiceId);
    await owner.query("ALTER TABLE invoices DISABLE TRIGGER USER");
    await owner.query(
      "UPDATE invoices SET status = 'overdue', issued_on = issued_on - 60, due_on = due_on - 60 WHERE id = $1",
      [invoiceId],
    );
    await owner.query("ALTER TABLE invoices ENABLE TRIGGER USER");
    const owed = await list(lab.actors.staff, { sort: "owed" });
    expect(owed.invoices[0]).toMatchObject({ id: invoiceId, status: "overdue" });
    expect((await list(lab.actors.staff, { status: "overdue" })).sums).toMatchObject([{ count: 1, overdue: "106.80" }]);
    expect((await list(lab.actors.staff, { q: "practice" })).invoices.length).toBe(4);
    expect((await list(lab.actors.staff, { q: "50%" })).invoices).toEqual([]);
  });
});
