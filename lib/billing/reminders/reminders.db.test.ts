import { describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { dueReminders } from "./due-reminders";
import { DEFAULT_LEVELS } from "./levels";
import { mailReminder } from "./mail-reminder";
import { endPause, pauseReminders } from "./pause";
import { ago, sentEarlier, today, useRemindedLab } from "./testing";

const { owner, lab, practiceOwing, as, send, count } = useRemindedLab();
const due = () => asActor(lab().actors.staff, (tx) => dueReminders(tx, DEFAULT_LEVELS, today));

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
    await owner().query("UPDATE reminder_pauses SET until = $2 WHERE practice_id = $1 AND ended_at IS NULL", [
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
    await sentEarlier(owner(), practiceId, 13);
    expect(await due()).toEqual([]);
    await sentEarlier(owner(), practiceId, 1);
    expect((await send(practiceId)).results).toMatchObject([{ outcome: "sent", level: 2 }]);
    await sentEarlier(owner(), practiceId, 14);
    expect((await send(practiceId)).results).toMatchObject([{ outcome: "sent", level: 3 }]);
    await sentEarlier(owner(), practiceId, 90);
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
      const { rows } = await owner().query<{ id: string }>("SELECT id FROM reminder_letters WHERE practice_id = $1", [
        practiceId,
      ]);
      return rows[0]?.id as string;
    };
    const owing = await practiceOwing([8], {}, "one@practice.test");
    const letterId = await letters(owing.practiceId);
    for (let run = 0; run < 2; run++) await as((context) => mailReminder(context, { letterId }));
    const mailed = await owner().query(
      "SELECT subject, text_body, attachments -> 0 ->> 'mediaType' AS pdf FROM mail_messages WHERE to_address = 'one@practice.test'",
    );
    expect(mailed.rows).toMatchObject([{ subject: expect.stringContaining("reminder"), pdf: "application/pdf" }]);
    expect(mailed.rows[0].text_body).toContain("£100.00");
    expect(mailed.rows[0].text_body).not.toContain("{");

    const settled = await practiceOwing([8], {}, "two@practice.test");
    const second = await letters(settled.practiceId);
    await owner().query(
      `WITH p AS (INSERT INTO payments (lab_id, practice_id, method, currency, amount, received_on, recorded_by_id)
         VALUES ($3, $1, 'cash', 'GBP', 100, current_date, $4) RETURNING id)
       INSERT INTO allocations (lab_id, practice_id, invoice_id, payment_id, amount, allocated_by_id) SELECT $3, $1, $2, id, 100, $4 FROM p`,
      [settled.practiceId, settled.invoiceIds[0], lab().id, lab().actors.staff.userId],
    );
    await as((context) => mailReminder(context, { letterId: second }));
    expect(await count("mail_messages WHERE to_address = 'two@practice.test'", [])).toBe(0);
    expect(await count("reminder_letters WHERE id = $1 AND withdrawn_at IS NOT NULL", [second])).toBe(1);
  });
});
