import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { cancelMonthEnd } from "./cancel-run";
import { continueRun } from "./continue-run";
import { mailResultAgain } from "./mail-result-again";
import { monthEnd } from "./overview";
import { resumeMonthEnds } from "./resume-runs";
import { listResults, readRun } from "./run-queries";
import { startMonthEnd } from "./start-run";
import { buildBilled, buildDelivered, inLabOf } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());

const manager = () => lab.actors.manager;
const start = (practiceIds: string[] | null = null, month = "2026-10") =>
  asActor(manager(), (tx) => startMonthEnd({ actor: manager(), tx }, { month, practiceIds }));
const go = (runId: string, stopped?: () => boolean) => continueRun(inLabOf(manager()), runId, stopped);
const see = () => asActor(manager(), (tx) => monthEnd(tx, manager(), "2026-10-31"));
const results = async (runId: string) =>
  (await asActor(manager(), (tx) => listResults(tx, runId, { after: null, before: null }))).results;
const run = (runId: string) => asActor(manager(), (tx) => readRun(tx, runId));
const stopAfter = (practices: number) => {
  let left = practices;
  return () => {
    left -= 1;
    return left < 0;
  };
};
const sent = async () =>
  (
    await owner.query<{ number: string; lines: number }>(
      `SELECT number, (SELECT count(*)::int FROM invoice_items l WHERE l.invoice_id = i.id) AS lines
       FROM invoices i WHERE lab_id = $1 AND number IS NOT NULL ORDER BY number`,
      [lab.id],
    )
  ).rows;

describe("a month end of 40 practices", () => {
  beforeAll(async () => {
    lab = await buildLab(owner);
    for (let n = 0; n < 40; n += 1) {
      const at = await buildBilled(owner, lab);
      if (n % 2) await owner.query("UPDATE practices SET invoice_mode = 'monthly' WHERE id = $1", [at.practiceId]);
      await buildDelivered(owner, at, "2026-10-05T10:00:00Z");
      await buildDelivered(owner, at, "2026-10-31T22:30:00Z"); // London: still the 31st, winter time
      await buildDelivered(owner, at, "2026-11-01T00:30:00Z");
    }
  }, 120_000);

  it("is done once, whoever presses, however often it is interrupted, and by several workers at once", async () => {
    const before = await see();
    expect([before.practices.length, before.exceptions]).toEqual([40, []]);
    expect(before.practices.reduce((sum, { ready }) => sum + ready, 0)).toBe(60);

    const pressed = await Promise.all([start(), start(), start()]);
    const { runId } = pressed[0];
    expect(pressed.map((answer) => answer.runId)).toEqual([runId, runId, runId]);

    await go(runId, stopAfter(7));
    expect(await run(runId)).toMatchObject({ status: "running", practices: 40, finished: 7 });
    await Promise.all([go(runId), go(runId, stopAfter(3)), go(runId)]);
    await go(runId);
    expect(await run(runId)).toMatchObject({ status: "done", practices: 40, finished: 40, refused: 0, invoices: 60 });

    const invoices = await sent();
    expect(invoices.map(({ number }) => number)).toEqual(
      Array.from({ length: 60 }, (_, i) => expect.stringMatching(new RegExp(`-${String(i + 1).padStart(6, "0")}$`))),
    );
    expect(invoices.reduce((sum, { lines }) => sum + lines, 0)).toBe(80);
    const letters = await owner.query(
      "SELECT DISTINCT payload ->> 'invoiceId' FROM outbox WHERE topic = 'mail_invoice' AND lab_id = $1",
      [lab.id],
    );
    expect(letters.rowCount).toBe(60);
    const [first] = await results(runId);
    expect(first).toMatchObject({ outcome: "done", words: null, totals: [{ currency: "GBP", total: "213.60" }] });
    const told = await owner.query(
      "SELECT DISTINCT actor_name FROM case_events WHERE lab_id = $1 AND kind = 'invoice_sent'",
      [lab.id],
    );
    expect(told.rows).toEqual([{ actor_name: "Test manager" }]);

    await expect(start()).rejects.toMatchObject({ reason: "nothing_to_invoice" });
    expect(await see()).toEqual({ practices: [], exceptions: [] });
    const november = await asActor(manager(), (tx) => monthEnd(tx, manager(), "2026-11-30"));
    expect(november.practices.map(({ cases }) => cases)).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it("invoices only what is new when it is run again", async () => {
    const at = await buildBilled(owner, lab);
    await buildDelivered(owner, at, "2026-10-20T10:00:00Z");
    const { runId } = await start();
    await go(runId);
    expect((await results(runId)).map(({ practiceId, count }) => [practiceId, count])).toEqual([[at.practiceId, 1]]);
  });

  it("mails a practice's invoices again", async () => {
    const [latest] = await asActor(manager(), (tx) => tx.prisma.monthEndResult.findMany({ orderBy: { id: "desc" } }));
    await owner.query("DELETE FROM outbox");
    const again = await asActor(lab.actors.staff, (tx) =>
      mailResultAgain({ actor: lab.actors.staff, tx }, { resultId: latest?.id ?? "" }),
    );
    expect(again).toEqual({ letters: 1 });
    expect((await owner.query("SELECT 1 FROM outbox WHERE topic = 'mail_invoice'")).rowCount).toBe(1);
  });
});

describe("a run", () => {
  beforeAll(async () => {
    lab = await buildLab(owner);
    for (let n = 0; n < 5; n += 1) await buildDelivered(owner, await buildBilled(owner, lab), "2026-10-05T10:00:00Z");
  });

  it("takes the chosen practices, and others when pressed again; another month waits", async () => {
    const ids = (await see()).practices.map(({ id }) => id);
    const first = await start(ids.slice(0, 2));
    expect(await start(ids.slice(1, 3))).toEqual({ runId: first.runId, joined: true });
    expect(await run(first.runId)).toMatchObject({ practices: 3 });
    await expect(start(null, "2026-09")).rejects.toMatchObject({ reason: "month_end_under_way" });
    await go(first.runId, stopAfter(1));
  });

  it("is cancelled between practices and leaves the rest for the next one", async () => {
    const { runId } = await start();
    await asActor(manager(), (tx) => cancelMonthEnd({ actor: manager(), tx }, { runId }));
    await go(runId);
    expect(await run(runId)).toMatchObject({ status: "cancelled", finished: 1, invoices: 1 });
    const over = asActor(manager(), (tx) => cancelMonthEnd({ actor: manager(), tx }, { runId }));
    await expect(over).rejects.toMatchObject({ reason: "month_end_over" });
    const next = await start();
    expect(next.runId).not.toBe(runId);
    await go(next.runId);
    expect(await run(next.runId)).toMatchObject({ status: "done", finished: 4, invoices: 4 });
  });

  it("that its worker left is taken up again, a live one is left alone", async () => {
    await buildDelivered(owner, await buildBilled(owner, lab), "2026-10-05T10:00:00Z");
    const { runId } = await start();
    const resumed = async () => {
      await owner.query("DELETE FROM outbox");
      await inLabOf(manager())(resumeMonthEnds);
      return (await owner.query("SELECT payload FROM outbox WHERE topic = 'month_end'")).rows;
    };
    expect(await resumed()).toEqual([]);
    await owner.query("UPDATE month_end_runs SET started_at = now() - interval '2 minutes' WHERE id = $1", [runId]);
    expect(await resumed()).toEqual([{ payload: { labId: lab.id, runId } }]);
    await go(runId);
    expect(await resumed()).toEqual([]);
  });

  it("of another lab cannot be seen, cancelled or mailed", async () => {
    const other = (await buildLab(owner)).actors.manager;
    const found = await owner.query<{ id: string; runId: string }>(
      `SELECT id, run_id AS "runId" FROM month_end_results WHERE lab_id = $1 LIMIT 1`,
      [lab.id],
    );
    const { id: resultId, runId } = found.rows[0] as { id: string; runId: string };
    expect(await asActor(other, (tx) => readRun(tx, runId))).toBeUndefined();
    expect((await asActor(other, (tx) => listResults(tx, runId, { after: null, before: null }))).results).toEqual([]);
    const acts = await Promise.allSettled([
      asActor(other, (tx) => cancelMonthEnd({ actor: other, tx }, { runId })),
      asActor(other, (tx) => mailResultAgain({ actor: other, tx }, { resultId })),
    ]);
    for (const act of acts) expect(act).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  });
});
