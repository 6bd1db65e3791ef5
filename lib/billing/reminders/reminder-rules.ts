import type { Context } from "@/lib/access/action";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import type { Setting } from "@/lib/settings/setting";
import { keepSetting, readSetting } from "@/lib/settings/store";
import { DEFAULT_LEVELS, type ReminderLevel, reminderLevelsSchema } from "./levels";

export const REMINDER_LEVELS: Setting<{ levels: ReminderLevel[] }> & { reach: "plain" } = {
  key: "reminder_levels",
  schema: reminderLevelsSchema,
  fallback: { levels: DEFAULT_LEVELS },
  says: "The levels of reminders: from which day, in which words, and whether they go by themselves.",
  reach: "plain",
};

/** The acting lab's levels; until it has written its own, those of Casepan. */
export const reminderLevels = async (tx: Transaction): Promise<ReminderLevel[]> =>
  (await readSetting(tx, REMINDER_LEVELS)).levels;

/** Keeps the lab's levels. What was sent before stays as it was. */
export async function keepReminderLevels({ tx }: Context, input: { levels: ReminderLevel[] }): Promise<null> {
  await keepSetting(tx, REMINDER_LEVELS, input);
  await announce(tx, ["statements"]);
  return null;
}
