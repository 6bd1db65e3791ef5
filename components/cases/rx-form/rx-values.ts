import { z } from "zod";
import {
  type DraftPayload,
  draftPayloadSchema,
  type Submission,
  type SubmissionInput,
  submissionSchema,
} from "@/lib/cases/schema";

/** What the form holds: the draft's shape, each item with a key that stays while it is edited. */
export type RxItemValues = DraftPayload["items"][number] & { key: string };
export type RxValues = Omit<DraftPayload, "items"> & { items: RxItemValues[] };

let made = 0;
/** A key for a new item, unique on this page. */
export const newKey = () => `item-${++made}`;

/** An empty prescription by a dentist ("" when not known). */
export const blankRx = (dentistId: string): RxValues => ({
  dentistId,
  patient: { reference: "", fullName: "", sex: "", birthYear: "", allergies: "" },
  items: [],
  urgency: "standard",
  wantedOn: "",
  impression: "digital_scan",
  instructions: "",
});

export const fromDraft = (payload: DraftPayload): RxValues => ({
  ...payload,
  items: payload.items.map((item) => ({ ...item, key: newKey() })),
});

export const toDraft = ({ items, ...rest }: RxValues): DraftPayload => ({
  ...rest,
  items: items.map(({ key: _key, ...item }) => item),
});

/** What the submission needs besides what is written. */
export type RxFrame = { draftId: string | null; practiceId: string; idempotencyKey: string };

export const toSubmission = (values: RxValues, frame: RxFrame): SubmissionInput =>
  ({ ...toDraft(values), ...frame }) as SubmissionInput;

const SOME_ID = "00000000-0000-4000-8000-000000000000";

/** The submission's own rules over the form's values, so that both say the same. */
export const rxSchema: z.ZodType<Submission, RxValues> = z.custom<RxValues>().transform((values, context) => {
  const frame = { draftId: null, practiceId: SOME_ID, idempotencyKey: "not sent yet" };
  const parsed = submissionSchema.safeParse(toSubmission(values, frame));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    context.addIssue({ code: "custom", path: issue.path, message: issue.message });
  }
  return z.NEVER;
});

/** What is still missing or wrong, by dotted path, first message of each. */
export function missingIn(values: RxValues): Map<string, string> {
  const parsed = rxSchema.safeParse(values);
  const found = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join(".");
    if (!found.has(path)) found.set(path, issue.message);
  }
  return found;
}

/** Whether values are worth keeping as a draft: anything beyond what was there at first. */
export const isKeepable = (values: RxValues): boolean => draftPayloadSchema.safeParse(toDraft(values)).success;
