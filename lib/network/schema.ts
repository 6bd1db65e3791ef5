import { z } from "zod";
import { PRACTICE_RIGHTS } from "@/lib/access/people/rights";
import { emailField } from "@/lib/access/recovery/schema";
import { openingHoursSchema } from "@/lib/practices/opening-hours-schema";
import { INVOICE_MODES } from "@/lib/practices/vocabulary";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .regex(/^\P{Cc}*$/u, "Write it on one line.");
const needed = (most: number, missing: string) => line(most).min(1, missing);
const optional = (most: number) => line(most).transform((text) => text || null);
const paragraph = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, "Leave out characters that cannot be shown.");

const labSlug = z.string().min(1).max(61);
const token = z.string().regex(/^[\w-]{43}$/, "This link is not whole. Open it from the letter again.");

/** What an applicant fills in. */
export const applicationForm = z.strictObject({
  /** People do not see this field. */
  website: z.string().max(500),
  applicantName: needed(120, "Write your name."),
  email: emailField,
  phone: needed(40, "Write a phone number, for questions."),
  licenceNumber: needed(40, "Write your licence number.").transform((text) => text.toUpperCase()),
  licenceBody: needed(120, "Write who issued the licence."),
  practiceName: needed(160, "Write the practice's name."),
  practiceAddress: needed(160, "Write the street address."),
  practiceCity: needed(80, "Write the town."),
  practicePostcode: needed(16, "Write the postcode.").transform((text) => text.toUpperCase().replace(/\s+/g, " ")),
  practicePhone: optional(40),
  taxId: optional(40),
  openingHours: openingHoursSchema,
  expectedCases: z
    .union([
      z.literal(""),
      z
        .string()
        .trim()
        .regex(/^\d{1,5}$/, "A whole number, up to 99999."),
    ])
    .transform((text) => (text === "" ? null : Number(text))),
  message: paragraph(2000).transform((text) => text || null),
});

export const applySchema = applicationForm.extend({
  lab: labSlug,
  /** From the page: proves that the form was opened, and when. */
  ticket: z.string().max(200),
});

export const linkSchema = z.strictObject({ lab: labSlug, token });
export const answerSchema = z.strictObject({
  lab: labSlug,
  token,
  body: paragraph(4000).min(1, "Write your answer."),
});

export const checkLicenceSchema = z.strictObject({
  id: z.uuid(),
  register: needed(120, "Say where you looked."),
  note: optional(500),
});
export const askApplicantSchema = z.strictObject({
  id: z.uuid(),
  body: paragraph(4000).min(1, "Write what you want to know."),
});
export const rejectSchema = z.strictObject({
  id: z.uuid(),
  reason: paragraph(2000).min(1, "Say why; the applicant reads it."),
});
export const acceptsSchema = z.strictObject({ accepts: z.boolean() });

const percent = z
  .string()
  .trim()
  .regex(/^(\d{1,2}(\.\d{1,2})?|100(\.0{1,2})?)?$/, "A percentage from 0 to 100, at most two decimals.");
const days = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, `A whole number from 0 to ${most}.`)
    .transform(Number)
    .refine((n) => n <= most, `A whole number from 0 to ${most}.`);
const list = z.union([z.literal(""), z.uuid()]).transform((text) => text || null);

export const approveSchema = z.strictObject({
  id: z.uuid(),
  idempotencyKey: z.uuid(),
  /** One of the lab's practices, or null to enter the applicant's as a new one. */
  practiceId: z.uuid("Choose a practice.").nullable(),
  /** Of a new practice, or of the dentist at a known one (where empty: the practice's own). */
  priceListId: list,
  discountPercent: percent.transform((text) => text || null),
  paymentTermsDays: days(365),
  transitDays: days(30),
  invoiceMode: z.enum(INVOICE_MODES),
  startedOn: z.union([z.literal(""), z.iso.date("Choose a date.")]).transform((text) => text || null),
  rights: z.array(z.enum(PRACTICE_RIGHTS)).max(PRACTICE_RIGHTS.length),
});

const scoreField = z.int().min(1, "Choose from 1 to 5.").max(5);
export const rateSchema = z.strictObject({
  id: z.uuid(),
  overall: z.int("Choose from 1 to 5.").min(1, "Choose from 1 to 5.").max(5),
  fit: scoreField.nullable(),
  contacts: scoreField.nullable(),
  shade: scoreField.nullable(),
  timeliness: scoreField.nullable(),
  words: paragraph(2000).transform((text) => text || null),
});
export const ratingSchema = z.strictObject({ id: z.uuid() });
