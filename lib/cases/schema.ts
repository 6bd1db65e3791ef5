import { z } from "zod";
import {
  CONTACTS,
  ENCLOSED,
  GINGIVAL_SHADES,
  OCCLUSIONS,
  PONTIC_DESIGNS,
  RETENTIONS,
  STUMP_SHADES,
} from "./particulars/words";
import { isTooth } from "./teeth";
import { ARCHES, MATERIALS, PROCEDURE_TYPES, URGENCIES } from "./vocabulary";

/**
 * The shapes that a submission and its draft may have. Forms send texts; a blank one is read as null. What is asked of an item
 * are rules of the lab (completeness.ts), which the form and the submission both ask.
 */

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

const itemSchema = z.strictObject({
  procedureType: z.enum(PROCEDURE_TYPES),
  material: chosen(MATERIALS),
  shade: text(12),
  shadeCervical: text(12),
  shadeIncisal: text(12),
  stumpShade: chosen(STUMP_SHADES),
  gingivalShade: chosen(GINGIVAL_SHADES),
  arch: chosen(ARCHES),
  teeth: z.array(itemTooth).max(32),
  implantSystem: text(80),
  implantPlatform: text(40),
  implantRetention: chosen(RETENTIONS),
  contact: chosen(CONTACTS),
  occlusion: chosen(OCCLUSIONS),
  ponticDesign: chosen(PONTIC_DESIGNS),
  notes: text(2000),
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

export const submissionSchema = z.strictObject({
  /** The draft that becomes the case; its files come along. */
  draftId: z.uuid().nullable(),
  /** Only the lab's people say which; a practice submits for itself. */
  practiceId: z.uuid(),
  dentistId: z.uuid("Choose the prescribing dentist."),
  patient: patientSchema,
  items: z.array(itemSchema).min(1, "Pick what is to be made.").max(32, "At most 32 items in one case."),
  urgency: z.enum(URGENCIES),
  /** The day wanted at the practice; blank for the earliest possible. */
  wantedOn: z.union([z.literal("").transform(() => null), bareDay]),
  /** The earliest day that the form showed, if it showed one: a later one is not promised without asking. */
  promisedOn: bareDay.nullable().default(null),
  impression: z.enum(["digital_scan", "physical"]),
  /** What comes along and goes back with the finished case. */
  enclosures: z.array(z.enum(ENCLOSED)).max(ENCLOSED.length),
  instructions: text(5000),
  idempotencyKey: z.string().min(8).max(80),
});
export type Submission = z.output<typeof submissionSchema>;
export type SubmissionInput = z.input<typeof submissionSchema>;

const anyText = (longest: number) => z.string().max(longest);

/** What an older draft, or one that a scanner's export filled, may not have: it reads as blank. */
const orBlank = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.literal(""), z.enum(values)]).default("");

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
        shadeCervical: anyText(20).default(""),
        shadeIncisal: anyText(20).default(""),
        stumpShade: orBlank(STUMP_SHADES),
        gingivalShade: orBlank(GINGIVAL_SHADES),
        arch: z.union([z.literal(""), z.enum(ARCHES)]),
        teeth: z.array(z.strictObject({ tooth: z.int().refine(isTooth), role })).max(32),
        implantSystem: anyText(200),
        implantPlatform: anyText(200),
        implantRetention: z.enum(["", ...RETENTIONS]),
        contact: orBlank(CONTACTS),
        occlusion: orBlank(OCCLUSIONS),
        ponticDesign: orBlank(PONTIC_DESIGNS),
        notes: anyText(5000),
      }),
    )
    .max(64),
  urgency: z.enum(URGENCIES),
  wantedOn: anyText(10),
  impression: z.enum(["digital_scan", "physical"]),
  enclosures: z.array(z.enum(ENCLOSED)).max(ENCLOSED.length).default([]),
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
