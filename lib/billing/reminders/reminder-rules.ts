import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import { DEFAULT_LEVELS, type ReminderLevel, reminderLevelsSchema } from "./levels";

const KEY = "reminder_levels";

/** The acting lab's levels; until it has written its own, those of Casepan. */
export async function reminderLevels(tx: Transaction): Promise<ReminderLevel[]> {
  const row = await tx.row<{ value: unknown }>(sql`SELECT value FROM settings WHERE key = ${KEY}`);
  return row ? reminderLevelsSchema.parse(row.value).levels : DEFAULT_LEVELS;
}

/** Keeps the lab's levels. What was sent before stays as it was. */
export async function keepReminderLevels({ tx }: Context, input: { levels: ReminderLevel[] }): Promise<null> {
  await tx.execute(sql`
    INSERT INTO settings (key, value) VALUES (${KEY}, ${JSON.stringify(input)}::jsonb)
    ON CONFLICT (lab_id, key) DO UPDATE SET value = excluded.value`);
  await announce(tx, ["statements"]);
  return null;
}
