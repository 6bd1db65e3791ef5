import { z } from "zod";
import { clashes, itemProblems } from "./completeness";
import { isTooth } from "./teeth";
import { ARCHES, MATERIALS, PROCEDURE_TYPES, URGENCIES } from "./vocabulary";

/** The shapes that a submission and its draft may have. Forms send texts; a blank one is read as null. */

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `At most ${longest} characters.`)
    .transform((value) => value || null);

const chosen = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.literal("").transform(() => null), z.enum(values)]);

const bareDay = z.iso.date("Choose a day.");

const role = z.enum(["single", "abutment", "pontic"]);
const itemTooth = z.strictObject({ tooth: z.int(), role });

const itemFields = {
  procedureType: z.enum(PROCEDURE_TYPES),
  material: chosen(MATERIALS),
  shade: text(12),
  arch: chosen(ARCHES),
  teeth: z.array(itemTooth).max(32),
  implantSystem: text(80),
  implantPlatform: text(40),
  implantRetention: chosen(["screw", "cement"]),
  notes: text(2000),
};

const itemSchema = z.strictObject(itemFields).superRefine((item, context) => {
  for (const { field, message } of itemProblems(item)) {
    context.addIssue({ code: "custom", path: [field], message });
  }
});

const patientSchema = z.strictObject({
  reference: z
    .string()
    .trim()
    .min(1, "Give the name or code your practice uses for the patient.")
    .max(60, "At most 60 characters."),
  fullName: text(120),
  sex: chosen(["female", "male", "other", "unknown"]),
  birthYear: z
    .string()
    .trim()
    .max(4, "A year has four digits.")
    .refine(
      (year) => !year || (/^\d{4}$/.test(year) && Number(year) >= 1880 && Number(year) <= new Date().getFullYear()),
      {
        message: "Give a year such as 1980.",
      },
    )
    .transform((year) => (year ? Number(year) : null)),
  allergies: text(500),
});

const submissionFields = {
  /** The draft that becomes the case; its files come along. */
  draftId: z.uuid().nullable(),
  /** Only the lab's people say which; a practice submits for itself. */
  practiceId: z.uuid(),
  dentistId: z.uuid("Choose the prescribing dentist."),
  patient: patientSchema,
  urgency: z.enum(URGENCIES),
  /** The day wanted at the practice; blank for the earliest possible. */
  wantedOn: z.union([z.literal("").transform(() => null), bareDay]),
  impression: z.enum(["digital_scan", "physical"]),
  instructions: text(5000),
  idempotencyKey: z.string().min(8).max(80),
};

const itemsOf = <Item extends typeof itemSchema>(item: Item) =>
  z
    .array(item)
    .min(1, "Pick what is to be made.")
    .max(32, "At most 32 items in one case.")
    .superRefine((items, context) => {
      for (const { index, problem } of clashes(items)) {
        context.addIssue({ code: "custom", path: [index, problem.field], message: problem.message });
      }
    });

export const submissionSchema = z.strictObject({ ...submissionFields, items: itemsOf(itemSchema) });
export type Submission = z.output<typeof submissionSchema>;
export type SubmissionInput = z.input<typeof submissionSchema>;

const anyText = (longest: number) => z.string().max(longest);

/** A prescription as far as it is written: anything may be blank or wrong, but nothing may be boundless. */
export const draftPayloadSchema = z.strictObject({
  dentistId: anyText(60),
  patient: z.strictObject({
    reference: anyText(200),
    fullName: anyText(400),
    sex: anyText(20),
    birthYear: anyText(20),
    allergies: anyText(2000),
  }),
  items: z
    .array(
      z.strictObject({
        procedureType: z.enum(PROCEDURE_TYPES),
        material: z.union([z.literal(""), z.enum(MATERIALS)]),
        shade: anyText(20),
        arch: z.union([z.literal(""), z.enum(ARCHES)]),
        teeth: z.array(z.strictObject({ tooth: z.int().refine(isTooth), role })).max(32),
        implantSystem: anyText(200),
        implantPlatform: anyText(200),
        implantRetention: z.enum(["", "screw", "cement"]),
        notes: anyText(5000),
      }),
    )
    .max(64),
  urgency: z.enum(URGENCIES),
  wantedOn: anyText(10),
  impression: z.enum(["digital_scan", "physical"]),
  instructions: anyText(10_000),
});
export type DraftPayload = z.output<typeof draftPayloadSchema>;

export const openDraftSchema = z.strictObject({ practiceId: z.uuid(), payload: draftPayloadSchema });
export const saveDraftSchema = z.strictObject({ id: z.uuid(), payload: draftPayloadSchema });
export const draftIdSchema = z.strictObject({ id: z.uuid() });
export const patientReferenceSchema = z.strictObject({
  practiceId: z.uuid(),
  reference: z.string().trim().min(1).max(60),
});
export const practiceSearchSchema = z.strictObject({ query: z.string().trim().max(80) });
