import { withoutHidden } from "@/lib/cases/completeness";
import { NO_PREFERENCES, type Preferences, standingInstructions } from "@/lib/cases/particulars/preferences";
import type { ParticularRule } from "@/lib/cases/particulars/rules";
import type { DraftPayload, SubmissionInput } from "@/lib/cases/schema";
import type { EarlierRx } from "@/lib/cases/submission-copy";

/** What the form holds: the draft's shape, each item with a key that stays while it is edited. */
export type RxItemValues = DraftPayload["items"][number] & { key: string };
export type RxValues = Omit<DraftPayload, "items"> & { items: RxItemValues[] };

let made = 0;
/** A key for a new item, unique on this page. */
export const newKey = () => `item-${++made}`;

/** An empty prescription by a dentist ("" when not known), begun with what they always want. */
export const blankRx = (dentistId: string, preferences: Preferences = NO_PREFERENCES): RxValues => ({
  dentistId,
  patient: { reference: "", fullName: "", sex: "", birthYear: "", allergies: "" },
  items: [],
  urgency: "standard",
  wantedOn: "",
  impression: preferences.impression || "digital_scan",
  enclosures: preferences.enclosures,
  instructions: standingInstructions(preferences),
});

export const fromDraft = (payload: DraftPayload): RxValues => ({
  ...payload,
  items: payload.items.map((item) => ({ ...item, key: newKey() })),
});

/** The values after another case was copied into them: its items, its words and what comes along; the patient only when asked. */
export function copied(values: RxValues, earlier: EarlierRx, samePatient: boolean): RxValues {
  const { items, impression, enclosures, instructions } = earlier;
  return {
    ...values,
    ...(samePatient && { patient: earlier.patient }),
    items: items.map((item) => ({ ...item, key: newKey() })),
    impression,
    enclosures,
    instructions,
  };
}

export const toDraft = ({ items, ...rest }: RxValues): DraftPayload => ({
  ...rest,
  items: items.map(({ key: _key, ...item }) => item),
});

/** What the submission needs besides what is written. */
export type RxFrame = {
  draftId: string | null;
  practiceId: string;
  idempotencyKey: string;
  /** The earliest day that the form showed. */
  promisedOn?: string | null;
};

/** The submission of what is written. What the lab's rules do not ask (any more) stays in the draft and is not sent. */
export function toSubmission(values: RxValues, frame: RxFrame, rules: readonly ParticularRule[]): SubmissionInput {
  const { items, ...rest } = toDraft(values);
  return { ...rest, items: items.map((item) => withoutHidden(item, rules, "")), ...frame } as SubmissionInput;
}
