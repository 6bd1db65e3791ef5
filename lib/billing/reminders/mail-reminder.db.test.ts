import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/access/action";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildStory } from "../statements/testing";
import { dueReminders } from "./due-reminders";
import { DEFAULT_LEVELS } from "./levels";
import { mailReminder } from "./mail-reminder";
import { endPause, pauseReminders } from "./pause";
import { sendReminders } from "./send-reminders";

const db = useDatabase();
const today = DateTime.now().setZone("Europe/London").toISODate() as string;
const ago = (n: number) => DateTime.fromISO(today).minus({ days: n }).toISODate() as string;
let owner: PoolClient;
let lab: BuiltLab;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner, "Europe/London");
});
afterAll(() => owner.release());

const as = <T>(work: (context: Context) => Promise<T>) =>
  asActor(lab.actors.staff, (tx) => work({ actor: lab.actors.staff, tx }));

it("decides when it is mailed what a letter names: not what was settled since, nor what rests", async () => {
  const invoices = [60, 9, 8].map((due) => ({ day: due + 30, due, cents: 10_000 }));
  const story = { invoices, payments: [], notes: [], refunds: [], allocations: [] };
  const { practiceId, invoiceIds } = await buildStory(owner, lab, story, ago);
  await owner.query("UPDATE practices SET email = 'three@practice.test' WHERE id = $1", [practiceId]);
  const numbers = (
    await owner.query<{ number: string }>("SELECT number FROM invoices WHERE id = ANY($1) ORDER BY due_on", [
      invoiceIds,
    ])
  ).rows.map(({ number }) => number) as [string, string, string];
  const send = async (level: number) => {
    await as((context) =>
      sendReminders(context, { practiceIds: [practiceId], address: "", idempotencyKey: crypto.randomUUID() }),
    );
    const found = await owner.query<{ id: string }>(
      "SELECT id FROM reminder_letters WHERE practice_id = $1 AND level = $2",
      [practiceId, level],
    );
    return found.rows[0]?.id as string;
  };
  const first = await send(1);
  await owner.query("UPDATE reminders SET on_day = on_day - 14 WHERE letter_id = $1", [first]);
  const second = await send(2);
  await owner.query(
    `WITH p AS (INSERT INTO payments (lab_id, practice_id, method, currency, amount, received_on, recorded_by_id)
       VALUES ($3, $1, 'cash', 'GBP', 100, current_date, $4) RETURNING id)
     INSERT INTO allocations (lab_id, practice_id, invoice_id, payment_id, amount, allocated_by_id) SELECT $3, $1, $2, id, 100, $4 FROM p`,
    [practiceId, invoiceIds[0], lab.id, lab.actors.staff.userId],
  );
  const pause = { practiceId, invoiceId: invoiceIds[1] as string, reason: "In dispute", until: null };
  const paused = await as((context) => pauseReminders(context, pause));
  for (const letterId of [first, second]) await as((context) => mailReminder(context, { letterId }));

  const mailed = await owner.query<{ text_body: string }>(
    "SELECT text_body FROM mail_messages WHERE to_address = 'three@practice.test'",
  );
  expect(mailed.rows).toHaveLength(1);
  const text = mailed.rows[0]?.text_body;
  expect(text).toContain(numbers[2]);
  for (const gone of [numbers[0], numbers[1], "£300.00"]) expect(text).not.toContain(gone);
  const withdrawn = "SELECT id FROM reminder_letters WHERE practice_id = $1 AND withdrawn_at IS NOT NULL";
  expect((await owner.query(withdrawn, [practiceId])).rows).toEqual([{ id: second }]);
  await as((context) => endPause(context, paused));
  const [due] = await as(({ tx }) => dueReminders(tx, DEFAULT_LEVELS, today, practiceId));
  expect(due?.invoices.map(({ id, level }) => [id, level])).toEqual([[invoiceIds[1], 1]]);
});
