import { z } from "zod";
import { prescriptionProblems } from "@/lib/cases/completeness";
import type { ParticularRule } from "@/lib/cases/particulars/rules";
import { type Submission, submissionSchema } from "@/lib/cases/schema";
import { type RxFrame, type RxValues, toSubmission } from "./rx-values";

/** What the check needs to know beside the values: the lab's rules, and how many photos are attached. */
export type Given = { rules: readonly ParticularRule[]; photos: number };

const FRAME: RxFrame = {
  draftId: null,
  practiceId: "00000000-0000-4000-8000-000000000000",
  idempotencyKey: "not sent yet",
  promisedOn: null,
};

/** What is still missing or wrong, by dotted path, first message of each: the submission's own shape and rules. */
export function missingIn(values: RxValues, given: Given): Map<string, string> {
  const input = toSubmission(values, FRAME, given.rules);
  const parsed = submissionSchema.safeParse(input);
  const found = new Map<string, string>();
  const say = (path: string, message: string) => !found.has(path) && found.set(path, message);
  for (const issue of parsed.error?.issues ?? []) say(issue.path.join("."), issue.message);
  for (const { path, message } of prescriptionProblems(nulled(input.items), given)) say(path, message);
  return found;
}

/** The items as the rules ask about them: blanks are null. */
function nulled(items: ReturnType<typeof toSubmission>["items"]): Submission["items"] {
  return items.map(
    (item) =>
      Object.fromEntries(
        Object.entries(item).map(([field, value]) => [field, value === "" ? null : value]),
      ) as unknown as Submission["items"][number],
  );
}

/** The check as a form's schema, so that a form says the same before it sends. */
export const rxSchema = (given: () => Given): z.ZodType<RxValues, RxValues> =>
  z.custom<RxValues>().superRefine((values, context) => {
    for (const [path, message] of missingIn(values, given())) {
      context.addIssue({ code: "custom", path: path.split("."), message });
    }
  });
