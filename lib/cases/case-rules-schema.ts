import { z } from "zod";
import type { STAGES } from "./vocabulary";

/** Forms send texts; an empty one is no number. */
const figure = (text: unknown) =>
  typeof text === "string" ? (text.trim() === "" ? Number.NaN : Number(text.replace(",", "."))) : text;

const PERCENT = "From 0 to 100.";
const percent = (preset: number) =>
  z
    .preprocess(figure, z.number(PERCENT).min(0, PERCENT).max(100, PERCENT).multipleOf(0.01, "At most two decimals."))
    .default(preset);

/**
 * What a lab decides once about its cases. `approvalReminderDays`: working days until a dentist is reminded of a design, then every
 * working day. `remakePercent`: the part of the price a remake costs its practice, by who is responsible. `cancellationPercent`: the part
 * of an item's price a cancellation costs, by the stage the item stands at, everything before it being done.
 */
export const caseRulesSchema = z.strictObject({
  approvalReminderDays: z
    .preprocess(figure, z.int("Whole days, from 1 to 30.").min(1, "At least 1 day.").max(30, "At most 30 days."))
    .default(2),
  remakePercent: z
    .strictObject({ lab: percent(0), dentist: percent(100), patient: percent(100), courier: percent(0) })
    .prefault({}),
  cancellationPercent: z
    .strictObject({
      receiving: percent(0),
      impression_scan: percent(0),
      design: percent(10),
      milling: percent(35),
      sintering: percent(60),
      quality_control: percent(85),
      delivery: percent(100),
    } satisfies Record<(typeof STAGES)[number], unknown>)
    .prefault({}),
});

export type CaseRules = z.output<typeof caseRulesSchema>;
