import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { listBalances } from "./list-balances";
import { balanceFilterSchema, balanceKeyText } from "./list-filter";
import { mailStatement } from "./mail-statement";
import { sendMonthlyStatement, startMonthlyStatements } from "./monthly-statements";
import { keepStatementRules } from "./rules";
import { sendStatementsSchema } from "./schema";
import { sendStatements } from "./send-statement";
import { readStatement, sentStatements } from "./sent-statements";
import { buildStory } from "./testing";

const db = useDatabase();
const ZONE = "Europe/London";
const today = DateTime.now().setZone(ZONE).toISODate() as string;
const ago = (n: number) => DateTime.fromISO(today).minus({ days: n }).toISODate() as string;
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner, ZONE);
});
afterAll(() => owner.release());

const owing = async (due: number[], email: string | null = "books@practice.test", cents = 10_000) => {
  const invoices = due.map((n) => ({ day: n + 30, due: n, cents }));
  const built = await buildStory(owner, lab, { invoices, payments: [], notes: [], refunds: [], allocations: [] }, ago);
  await owner.query("UPDATE practices SET email = $2 WHERE id = $1", [built.practiceId, email]);
  return built;
};
const send = (practiceIds: string[], more: object = {}, actor = lab.actors.staff) =>
  asActor(actor, (tx) =>
    sendStatements(
      { actor, tx },
      sendStatementsSchema.parse({
        accounts: practiceIds.map((practiceId) => ({ practiceId, currency: "GBP" })),
        from: ago(120),
        to: today,
        address: "",
        idempotencyKey: crypto.randomUUID(),
        ...more,
      }),
    ),
  );
const portalOf = (practiceId: string): Actor => ({
  ...lab.actors.dentist,
  practice: { id: practiceId, name: "Own" },
});

describe("a statement", () => {
  it("is kept as it was, mailed once with its PDF, and refused by itself where there is no address", async () => {
    const a = await owing([10, 40]);
    const b = await owing([10], null);
    const { results } = await send([a.practiceId, b.practiceId]);
    expect(results).toMatchObject([{ outcome: "sent", to: "books@practice.test" }, { outcome: "refused" }]);
    const statementId = results[0]?.outcome === "sent" ? results[0].statementId : "";
    const actor = lab.actors.staff;
    for (let run = 0; run < 2; run++) await asActor(actor, (tx) => mailStatement({ actor, tx }, { statementId }));
    const mails = await owner.query(
      "SELECT to_address, attachments -> 0 ->> 'base64' AS pdf FROM mail_messages WHERE lab_id = $1",
      [lab.id],
    );
    expect(mails.rows).toHaveLength(1);
    expect(Buffer.from(mails.rows[0].pdf, "base64").subarray(0, 5).toString()).toBe("%PDF-");

    await owner.query(
      `INSERT INTO payments (lab_id, practice_id, method, currency, amount, received_on, recorded_by_id) VALUES ($1, $2, 'cash', 'GBP', 50, $3, $4)`,
      [lab.id, a.practiceId, today, actor.userId],
    );
    const { contents } = await asActor(actor, (tx) => readStatement(tx, statementId));
    expect(contents).toMatchObject({
      closing: "200.00",
      credit: "0.00",
      ageing: { days30: "100.00", days60: "100.00" },
    });
    expect(contents.open).toHaveLength(2);
  });

  it("is read by the practice it went to and by no other", async () => {
    const a = await owing([10]);
    const b = await owing([10]);
    await send([a.practiceId, b.practiceId]);
    const seen = (practiceId: string, of: string) =>
      asActor(portalOf(practiceId), (tx) => sentStatements(tx, of)).then((all) => all.length);
    expect(await seen(a.practiceId, a.practiceId)).toBe(1);
    expect(await seen(a.practiceId, b.practiceId)).toBe(0);
    const [own] = await asActor(lab.actors.staff, (tx) => sentStatements(tx, b.practiceId));
    await expect(asActor(portalOf(a.practiceId), (tx) => readStatement(tx, own?.id ?? ""))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("goes out once though its account is named twice, and not in a currency that it has no account in", async () => {
    const { practiceId } = await owing([10]);
    const account = { practiceId, currency: "GBP" };
    const { results } = await send([], { accounts: [account, account, { practiceId, currency: "ZZZ" }] });
    expect(results).toMatchObject([{ outcome: "sent" }, { outcome: "refused", words: "It has no account in ZZZ." }]);
  });

  it("to several practices is sent by many at once, named in either order, without a wait in a ring", async () => {
    const ids = [(await owing([10])).practiceId, (await owing([20])).practiceId, (await owing([30])).practiceId];
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => send(i % 2 ? ids : ids.toReversed(), { from: ago(i + 1) })),
    );
    expect(answers.flatMap(({ results }) => results.filter(({ outcome }) => outcome === "sent"))).toHaveLength(36);
  });

  it("is refused for a day to come, a period the wrong way round and one address for several", async () => {
    const { practiceId } = await owing([1]);
    await expect(send([practiceId], { to: ago(-1) })).rejects.toMatchObject({
      fieldErrors: { to: [expect.any(String)] },
    });
    const input = { from: ago(2), to: ago(1), address: "", idempotencyKey: crypto.randomUUID() };
    const account = { practiceId, currency: "GBP" };
    const fits = (more: object) => sendStatementsSchema.safeParse({ ...input, accounts: [account], ...more }).success;
    expect(fits({})).toBe(true);
    expect(fits({ from: today })).toBe(false);
    expect(fits({ accounts: [account, account], address: "a@b.test" })).toBe(false);
    expect(fits({ accounts: [{ practiceId, currency: "gbp" }] })).toBe(false);
  });
});

describe("monthly statements", () => {
  it("start once from the lab's day on, about the month before, and each goes out once", async () => {
    const { practiceId } = await owing([70]);
    await owing([70], null);
    const actor = systemActor(lab.actors.admin.lab);
    const start = (at: string) =>
      asActor(actor, (tx) => startMonthlyStatements({ actor, tx }, DateTime.fromISO(at, { zone: ZONE })));
    const month = today.slice(0, 7);
    expect(await start(`${month}-05T09:00`)).toBe(0);
    await asActor(lab.actors.manager, (tx) => keepStatementRules({ tx }, { monthly: true, day: 3 }));
    expect(await start(`${month}-02T23:59`)).toBe(0);
    expect(await start(`${month}-10T00:00`)).toBe(0);
    const runs = await Promise.all([1, 2, 3].map(() => start(`${month}-05T09:00`)));
    expect(runs.toSorted()).toEqual([0, 0, 1]);
    const jobs = await owner.query<{ payload: { practiceId: string; currency: string; from: string; to: string } }>(
      "SELECT payload FROM outbox WHERE lab_id = $1 AND topic = 'send_statement'",
      [lab.id],
    );
    expect(jobs.rows).toHaveLength(1);
    const job = jobs.rows[0]?.payload as (typeof jobs.rows)[number]["payload"];
    expect(job.to).toBe(DateTime.fromISO(`${month}-01`).minus({ days: 1 }).toISODate());
    await Promise.all([1, 2, 3].map(() => asActor(actor, (tx) => sendMonthlyStatement({ actor, tx }, job))));
    const kept = await asActor(lab.actors.staff, (tx) => sentStatements(tx, practiceId));
    expect(kept).toMatchObject([{ sentBy: null, balance: "100.00" }]);
  });
});

describe("the list of balances", () => {
  it("pages by key through each account once, on and back, in every order, and adds up", async () => {
    for (let i = 0; i < 53; i++) await owing([i - 5], null, 1_000 + (i % 7) * 100);
    const list = (address: Record<string, string>) =>
      asActor(lab.actors.staff, (tx) => listBalances(tx, balanceFilterSchema.parse(address), today));
    for (const sort of ["overdue", "balance", "oldest", "name"]) {
      const first = await list({ sort });
      const second = await list({ sort, after: first.older ? balanceKeyText(first.older) : "" });
      expect([first.balances.length, second.balances.length, second.older]).toEqual([50, 3, null]);
      const ids = [...first.balances, ...second.balances].map(({ practiceId }) => practiceId);
      expect(new Set(ids).size).toBe(53);
      const back = await list({ sort, before: second.newer ? balanceKeyText(second.newer) : "" });
      expect(back.balances).toEqual(first.balances);
    }
    const sums = async (address: Record<string, string>) => (await list(address)).sums;
    expect(await sums({})).toMatchObject([{ currency: "GBP", practices: 53, credit: "0.00" }]);
    expect((await sums({ show: "overdue" }))[0]?.practices).toBe(47);
    expect(await sums({ show: "credit" })).toEqual([]);
    const past = { value: "-999.00", practiceId: crypto.randomUUID(), currency: "GBP" };
    expect(await list({ after: balanceKeyText(past) })).toMatchObject({ balances: [], sums: [{ practices: 53 }] });
    expect(await sums({ after: "no key" })).toHaveLength(1);
  }, 60_000);
});
