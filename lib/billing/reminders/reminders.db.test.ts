import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { lockInvoices, lockLedger } from "../ledger/lock-ledger";
import { markOverdue } from "../mark-overdue";
import type { InLab } from "../month-end/continue-run";
import { inLabOf } from "../month-end/testing";
import { buildStory, type Story } from "../statements/testing";
import { dueReminders } from "./due-reminders";
import { DEFAULT_LEVELS } from "./levels";
import { mailReminder } from "./mail-reminder";
import { endPause, pauseReminders } from "./pause";
import { remindDaily } from "./remind-daily";
import { keepReminderLevels } from "./reminder-rules";
import { sendReminders } from "./send-reminders";

const db = useDatabase();
const ZONE = "Europe/London";
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner, ZONE);
});
afterAll(() => owner.release());

const today = DateTime.now().setZone(ZONE).toISODate() as string;
/** Days back from today. */
const ago = (n: number) => DateTime.fromISO(today).minus({ days: n }).toISODate() as string;
const invoice = (overdue: number, cents = 10_000) => ({ day: overdue + 30, due: overdue, cents });

/** A practice with invoices overdue by so many days, and an address. */
async function practiceOwing(
  overdue: number[],
  more: Partial<Story> = {},
  email: string | null = "books@practice.test",
) {
  const story = { payments: [], notes: [], refunds: [], allocations: [], ...more };
  const built = await buildStory(owner, lab, { ...story, invoices: overdue.map((n) => invoice(n)) }, ago);
  await owner.query("UPDATE practices SET email = $2 WHERE id = $1", [built.practiceId, email]);
  return built;
}
const as = <T>(work: (context: { actor: typeof lab.actors.staff; tx: never }) => Promise<T>) =>
  asActor(lab.actors.staff, (tx) => work({ actor: lab.actors.staff, tx: tx as never }));
const due = () => asActor(lab.actors.staff, (tx) => dueReminders(tx, DEFAULT_LEVELS, today));
const send = (practiceId: string) =>
  as((context) =>
    sendReminders(context, { practiceIds: [practiceId], address: "", idempotencyKey: crypto.randomUUID() }),
  );
const count = async (text: string, values: unknown[]) =>
  (await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`, values)).rows[0]?.n;
/** Ends once a connection waits for what the connection of `pid` holds, or `over` says so. */
const somebodyWaits = async (pid: number, over: () => boolean) => {
  const waiting =
    "pg_locks w JOIN pg_locks h ON h.transactionid = w.transactionid AND h.granted WHERE NOT w.granted AND h.pid = $1";
  while (!over() && !(await count(waiting, [pid])));
};
/** Reminders of the practice were sent so many days before they were. */
const sentEarlier = (practiceId: string, days: number) =>
  owner.query(
    "UPDATE reminders SET on_day = on_day - $2::int WHERE letter_id IN (SELECT id FROM reminder_letters WHERE practice_id = $1)",
    [practiceId, days],
  );

describe("what is due to be reminded", () => {
  it("is what is overdue as long as a level says, one letter a practice, those without an address first", async () => {
    const a = await practiceOwing([6, 7, 50]);
    const b = await practiceOwing([8], {}, null);
    await practiceOwing([3]);
    const found = await due();
    expect(found.map(({ practiceId, email, level, invoices }) => [practiceId, email, level, invoices.length])).toEqual([
      [b.practiceId, null, 1, 1],
      [a.practiceId, "books@practice.test", 1, 2],
    ]);
    expect(found[1]?.invoices.map(({ daysOverdue }) => daysOverdue)).toEqual([50, 7]);
  });

  it("is nothing that was paid or credited, and nothing paused until the pause ends", async () => {
    const paid = { payments: [{ day: 1, made: 1, cents: 10_000 }] };
    await practiceOwing([9], {
      ...paid,
      allocations: [{ payment: 0, invoice: 0, made: 1, together: true, cents: 10_000 }],
    });
    await practiceOwing([9], {
      notes: [{ invoice: 0, day: 1, cents: 10_000 }],
      allocations: [{ note: 0, invoice: 0, made: 1, together: true, cents: 10_000 }],
    });
    const { practiceId, invoiceIds } = await practiceOwing([9, 10]);
    const pause = (invoiceId: string | null, until: string | null) =>
      as((context) => pauseReminders(context, { practiceId, invoiceId, reason: "In dispute", until }));
    const { pauseId } = await pause(invoiceIds[0] as string, today);
    expect((await due()).map(({ invoices }) => invoices.map(({ id }) => id))).toEqual([[invoiceIds[1]]]);
    await expect(pause(invoiceIds[0] as string, null)).rejects.toMatchObject({ reason: "already_paused" });
    await expect(pause(null, ago(1))).rejects.toMatchObject({ fieldErrors: { until: [expect.any(String)] } });
    await as((context) => endPause(context, { pauseId }));
    await pause(null, null);
    expect(await due()).toEqual([]);
    await owner.query("UPDATE reminder_pauses SET until = $2 WHERE practice_id = $1 AND ended_at IS NULL", [
      practiceId,
      ago(1),
    ]);
    expect((await due())[0]?.invoices).toHaveLength(2);
    await pause(null, null);
    expect(await due()).toEqual([]);
  });
});

describe("a reminder", () => {
  it("goes out once per level, the next as long after as the levels lie apart, at the letter's highest level", async () => {
    const { practiceId } = await practiceOwing([60]);
    expect((await send(practiceId)).results).toMatchObject([{ outcome: "sent", level: 1, invoices: 1 }]);
    expect((await send(practiceId)).results).toMatchObject([{ outcome: "refused" }]);
    await sentEarlier(practiceId, 13);
    expect(await due()).toEqual([]);
    await sentEarlier(practiceId, 1);
    expect((await send(practiceId)).results).toMatchObject([{ outcome: "sent", level: 2 }]);
    await sentEarlier(practiceId, 14);
    expect((await send(practiceId)).results).toMatchObject([{ outcome: "sent", level: 3 }]);
    await sentEarlier(practiceId, 90);
    expect(await due()).toEqual([]);
    expect(await count("reminder_letters WHERE practice_id = $1", [practiceId])).toBe(3);
  });

  it("of 16 senders at once is one letter", async () => {
    const { practiceId } = await practiceOwing([8, 9, 10]);
    const answers = await Promise.all(Array.from({ length: 16 }, () => send(practiceId)));
    expect(answers.filter(({ results }) => results[0]?.outcome === "sent")).toHaveLength(1);
    expect(await count("reminder_letters WHERE practice_id = $1", [practiceId])).toBe(1);
  });

  it("is mailed once with a statement, and withdrawn when all was settled before it went", async () => {
    const letters = async (practiceId: string) => {
      await send(practiceId);
      const { rows } = await owner.query<{ id: string }>("SELECT id FROM reminder_letters WHERE practice_id = $1", [
        practiceId,
      ]);
      return rows[0]?.id as string;
    };
    const owing = await practiceOwing([8], {}, "one@practice.test");
    const letterId = await letters(owing.practiceId);
    for (let run = 0; run < 2; run++) await as((context) => mailReminder(context, { letterId }));
    const mailed = await owner.query(
      "SELECT subject, text_body, attachments -> 0 ->> 'mediaType' AS pdf FROM mail_messages WHERE to_address = 'one@practice.test'",
    );
    expect(mailed.rows).toMatchObject([{ subject: expect.stringContaining("reminder"), pdf: "application/pdf" }]);
    expect(mailed.rows[0].text_body).toContain("£100.00");
    expect(mailed.rows[0].text_body).not.toContain("{");

    const settled = await practiceOwing([8], {}, "two@practice.test");
    const second = await letters(settled.practiceId);
    await owner.query(
      `WITH p AS (INSERT INTO payments (lab_id, practice_id, method, currency, amount, received_on, recorded_by_id)
         VALUES ($3, $1, 'cash', 'GBP', 100, current_date, $4) RETURNING id)
       INSERT INTO allocations (lab_id, practice_id, invoice_id, payment_id, amount, allocated_by_id) SELECT $3, $1, $2, id, 100, $4 FROM p`,
      [settled.practiceId, settled.invoiceIds[0], lab.id, lab.actors.staff.userId],
    );
    await as((context) => mailReminder(context, { letterId: second }));
    expect(await count("mail_messages WHERE to_address = 'two@practice.test'", [])).toBe(0);
    expect(await count("reminder_letters WHERE id = $1 AND withdrawn_at IS NOT NULL", [second])).toBe(1);
  });
});

describe("the lab's morning", () => {
  const system = () => systemActor(lab.actors.admin.lab);
  const morning = (now: DateTime) => remindDaily(inLabOf(system()), now);
  const here = (text: string) => DateTime.fromISO(`${today}T${text}`, { zone: ZONE });
  const workEveryDay = () =>
    owner.query("UPDATE labs SET working_weekdays = '{1,2,3,4,5,6,7}', opens_at = '08:00' WHERE id = $1", [lab.id]);

  it("sends what goes by itself and proposes the rest, once, from the opening hour on", async () => {
    await workEveryDay();
    const first = await practiceOwing([8]);
    const second = await practiceOwing([60]);
    await send(second.practiceId);
    await sentEarlier(second.practiceId, 14);
    await practiceOwing([8], {}, null);
    await as((context) =>
      keepReminderLevels(context, { levels: DEFAULT_LEVELS.map((level, i) => ({ ...level, automatic: i === 0 })) }),
    );
    expect(await morning(here("07:59"))).toBeNull();
    const runs = await Promise.all(Array.from({ length: 4 }, () => morning(here("08:00"))));
    expect(runs.filter(Boolean)).toEqual([{ sent: 1, proposed: 2 }]);
    expect(await count("reminder_letters WHERE practice_id = $1 AND sent_by_id IS NULL", [first.practiceId])).toBe(1);
    expect(await morning(here("15:00"))).toBeNull();
  });

  it("goes practice by practice: one that fails holds up no other", async () => {
    await workEveryDay();
    const [good, bad] = [await practiceOwing([8]), await practiceOwing([8])];
    const levels = DEFAULT_LEVELS.map((level) => ({ ...level, automatic: true }));
    await as((context) => keepReminderLevels(context, { levels }));
    const wrote = sql`SELECT FROM reminder_letters WHERE practice_id = ${bad.practiceId}`;
    const breaking: InLab = (work) =>
      inLabOf(system())(async (context) => {
        const result = await work(context);
        if (await context.tx.row(wrote)) throw new Error("out of paper");
        return result;
      });
    await expect(remindDaily(breaking, here("09:00"))).rejects.toThrow("out of paper");
    expect(await count("reminder_letters WHERE practice_id = $1", [good.practiceId])).toBe(1);
    expect(await count("reminder_letters WHERE practice_id = $1", [bad.practiceId])).toBe(0);
    expect(await count("billing_runs WHERE lab_id = $1 AND sent = 1", [lab.id])).toBe(1);
  });

  it.each([
    ["the morning", () => morning(here("09:00"))],
    ["marking overdue", () => markOverdue(inLabOf(system()))],
  ])("%s waits for who books money, and holds no invoice meanwhile", async (_what, job) => {
    await workEveryDay();
    const { practiceId, invoiceIds } = await practiceOwing([8, 30]);
    await owner.query("BEGIN; ALTER TABLE invoices DISABLE TRIGGER USER");
    await owner.query("UPDATE invoices SET status = 'sent' WHERE practice_id = $1", [practiceId]);
    await owner.query("ALTER TABLE invoices ENABLE TRIGGER USER; COMMIT");
    await as((context) =>
      keepReminderLevels(context, { levels: DEFAULT_LEVELS.map((level) => ({ ...level, automatic: true })) }),
    );
    const done = await asActor(lab.actors.staff, async (tx) => {
      await lockLedger(tx, practiceId);
      const holder = await tx.row<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
      let over = false;
      const running = Promise.allSettled([job()]).finally(() => {
        over = true;
      });
      await somebodyWaits(holder?.pid ?? 0, () => over);
      expect(await lockInvoices(tx, invoiceIds)).toHaveLength(2);
      return { running };
    });
    expect(await done.running).toMatchObject([{ status: "fulfilled" }]);
    expect(await count("invoices WHERE practice_id = $1 AND status = 'overdue'", [practiceId])).toBe(2);
  });

  it("rests on days that the lab does not work", async () => {
    await practiceOwing([8]);
    const weekday = DateTime.fromISO(today).weekday;
    await owner.query("UPDATE labs SET working_weekdays = $2 WHERE id = $1", [lab.id, [(weekday % 7) + 1]]);
    expect(await morning(here("09:00"))).toBeNull();
    await workEveryDay();
    await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, $2, 'Closed')", [
      lab.id,
      today,
    ]);
    expect(await morning(here("09:00"))).toBeNull();
  });
});
