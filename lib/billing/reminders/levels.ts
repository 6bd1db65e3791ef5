import { z } from "zod";

/** What may stand in the words of a reminder, and what it becomes. */
export const PLACEHOLDERS = {
  practice: "the practice's name",
  lab: "the lab's name",
  invoices: "the invoices' numbers",
  amount: "what is owed on them in all",
  days: "the most days one is overdue",
  due: "the earliest due day",
  bank: "the lab's bank account",
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

const PLACE = /\{([^{}]*)\}/g;

/** The placeholders of a text that mean nothing, as they are written; "{" or "}" for one that is not closed. */
export function unknownPlaceholders(text: string): string[] {
  const unknown = [...text.matchAll(PLACE)].flatMap(([whole, name]) =>
    Object.hasOwn(PLACEHOLDERS, name as string) ? [] : [whole],
  );
  const left = text.replaceAll(PLACE, "");
  return [...unknown, ...(left.includes("{") ? ["{"] : []), ...(left.includes("}") ? ["}"] : [])];
}

/** The text with every placeholder replaced; one without a value vanishes. */
export const fillPlaceholders = (text: string, values: Record<Placeholder, string>): string =>
  text.replaceAll(PLACE, (_whole, name: string) => (Object.hasOwn(values, name) ? values[name as Placeholder] : ""));

const checked = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, "Write something.")
    .max(longest, `At most ${longest} characters.`)
    .superRefine((text, context) => {
      const unknown = unknownPlaceholders(text);
      if (unknown.length > 0)
        context.addIssue({
          code: "custom",
          message: `${unknown.join(", ")} means nothing here. Use ${Object.keys(PLACEHOLDERS)
            .map((name) => `{${name}}`)
            .join(", ")}.`,
        });
    });

const level = z.strictObject({
  /** Days after the due day from which it may be sent. */
  days: z.coerce.number("Write a number of days.").int("Whole days.").min(1, "At least 1.").max(365, "At most 365."),
  subject: checked(150),
  words: checked(2000),
  /** Sent by the lab's morning by itself; otherwise somebody looks at it first. */
  automatic: z.boolean(),
});

/** The lab's reminders, the friendliest first; each later than the one before. */
export const reminderLevelsSchema = z.strictObject({
  levels: z
    .array(level)
    .min(1, "Keep at least one level.")
    .max(5, "At most five levels.")
    .superRefine((levels, context) => {
      for (const [i, { days }] of levels.entries()) {
        const before = levels[i - 1];
        if (before && days <= before.days)
          context.addIssue({
            code: "custom",
            path: [i, "days"],
            message: `Later than level ${i} (${before.days} days).`,
          });
      }
    }),
});
export type ReminderLevel = z.output<typeof level>;

/** What a lab reminds with until it says otherwise. None goes out by itself. */
export const DEFAULT_LEVELS: ReminderLevel[] = [
  {
    days: 7,
    automatic: false,
    subject: "A friendly reminder from {lab}",
    words:
      "Dear {practice},\n\nperhaps it slipped your attention: {invoices} over {amount} is past its due date ({due}).\n\nPlease pay within the next days to {bank}. If you have paid already, please disregard this letter.",
  },
  {
    days: 21,
    automatic: false,
    subject: "Second reminder from {lab}: {invoices}",
    words:
      "Dear {practice},\n\nwe have not yet received {amount} for {invoices}, now {days} days past the due date.\n\nPlease pay within seven days to {bank}, or tell us if something is not as it should be.",
  },
  {
    days: 35,
    automatic: false,
    subject: "Final reminder from {lab}: {invoices}",
    words:
      "Dear {practice},\n\ndespite our reminders {amount} for {invoices} is still open, {days} days past the due date.\n\nPlease pay at once to {bank}. If we do not hear from you we shall have to stop taking new cases.",
  },
];
