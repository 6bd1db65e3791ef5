import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { lockInvoices, lockLedger } from "../ledger/lock-ledger";
import { markOverdue } from "../mark-overdue";
import type { InLab } from "../month-end/continue-run";
import { inLabOf } from "../month-end/testing";
import { DEFAULT_LEVELS } from "./levels";
import { remindDaily } from "./remind-daily";
import { keepReminderLevels } from "./reminder-rules";
import { sentEarlier, today, useRemindedLab, ZONE } from "./testing";

const { owner, lab, practiceOwing, as, send, count } = useRemindedLab();
/** Ends once a connection waits for what the connection of `pid` holds, or `over` says so. */
const somebodyWaits = async (pid: number, over: () => boolean) => {
  const waiting =
    "pg_locks w JOIN pg_locks h ON h.transactionid = w.transactionid AND h.granted WHERE NOT w.granted AND h.pid = $1";
  while (!over() && !(await count(waiting, [pid])));
};

describe("the lab's morning", () => {
  const system = () => systemActor(lab().actors.admin.lab);
  const morning = (now: DateTime) => remindDaily(inLabOf(system()), now);
  const here = (text: string) => DateTime.fromISO(`${today}T${text}`, { zone: ZONE });
  const workEveryDay = () =>
    owner().query("UPDATE labs SET working_weekdays = '{1,2,3,4,5,6,7}', opens_at = '08:00' WHERE id = $1", [lab().id]);

  it("sends what goes by itself and proposes the rest, once, from the opening hour on", async () => {
    await workEveryDay();
    const first = await practiceOwing([8]);
    const second = await practiceOwing([60]);
    await send(second.practiceId);
    await sentEarlier(owner(), second.practiceId, 14);
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
    expect(await count("billing_runs WHERE lab_id = $1 AND sent = 1", [lab().id])).toBe(1);
  });

  it.each([
    ["the morning", () => morning(here("09:00"))],
    ["marking overdue", () => markOverdue(inLabOf(system()))],
  ])("%s waits for who books money, and holds no invoice meanwhile", async (_what, job) => {
    await workEveryDay();
    const { practiceId, invoiceIds } = await practiceOwing([8, 30]);
    await owner().query("BEGIN; ALTER TABLE invoices DISABLE TRIGGER USER");
    await owner().query("UPDATE invoices SET status = 'sent' WHERE practice_id = $1", [practiceId]);
    await owner().query("ALTER TABLE invoices ENABLE TRIGGER USER; COMMIT");
    await as((context) =>
      keepReminderLevels(context, { levels: DEFAULT_LEVELS.map((level) => ({ ...level, automatic: true })) }),
    );
    const done = await asActor(lab().actors.staff, async (tx) => {
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
    await owner().query("UPDATE labs SET working_weekdays = $2 WHERE id = $1", [lab().id, [(weekday % 7) + 1]]);
    expect(await morning(here("09:00"))).toBeNull();
    await workEveryDay();
    await owner().query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, $2, 'Closed')", [
      lab().id,
      today,
    ]);
    expect(await morning(here("09:00"))).toBeNull();
  });
});
