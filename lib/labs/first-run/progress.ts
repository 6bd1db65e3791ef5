import { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Setting } from "@/lib/settings/setting";
import { keepSetting, readSetting } from "@/lib/settings/store";
import { STEPS } from "./steps";

const progressSchema = z.strictObject({
  /** Steps that somebody has been through, or has left out on purpose. */
  done: z.array(z.enum(STEPS)).max(STEPS.length),
  skipped: z.array(z.enum(STEPS)).max(STEPS.length),
});
export type Progress = z.output<typeof progressSchema>;

/** How far the guided set-up has come. What is missing is read from the lab itself (`ready.ts`), not from here. */
export const SETUP_PROGRESS: Setting<Progress> & { reach: "plain" } = {
  key: "setup_progress",
  schema: progressSchema,
  fallback: { done: [], skipped: [] },
  says: "Which steps of the guided set-up were gone through, and which were left out.",
  reach: "plain",
};

export const markStepSchema = z.strictObject({ step: z.enum(STEPS), as: z.enum(["done", "skipped", "open"]) });

/** The acting lab's progress. */
export const setupProgress = (tx: Transaction): Promise<Progress> => readSetting(tx, SETUP_PROGRESS);

/** Notes that a step was gone through or left out, or takes that back. */
export async function markStep({ tx }: Context, { step, as }: z.output<typeof markStepSchema>): Promise<Progress> {
  await tx.execute(sql`SELECT 1 FROM labs WHERE id = app_lab_id() FOR UPDATE`);
  const { done, skipped } = await setupProgress(tx);
  const progress = {
    done: [...done.filter((one) => one !== step), ...(as === "done" ? [step] : [])],
    skipped: [...skipped.filter((one) => one !== step), ...(as === "skipped" ? [step] : [])],
  };
  await keepSetting(tx, SETUP_PROGRESS, progress);
  return progress;
}
