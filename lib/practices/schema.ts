import { z } from "zod";
import { openingHoursSchema } from "./opening-hours-schema";
import { INVOICE_MODES, PRACTICE_STATUSES } from "./vocabulary";

const words = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const needed = (most: number, missing: string) => words(most).min(1, missing);
const optional = (most: number) => words(most).transform((text) => text || null);
const wholeNumber = (most: number) => {
  const error = `A whole number from 0 to ${most}.`;
  return z
    .union([z.int(error), z.string().trim().max(9, error).regex(/^\d+$/, error).transform(Number)], error)
    .refine((days) => days >= 0 && days <= most, error);
};
const percent = z
  .string()
  .trim()
  .regex(/^(\d{1,2}(\.\d{1,2})?|100(\.0{1,2})?)?$/, "A percentage from 0 to 100, at most two decimals.")
  .transform((text) => text || "0");
const degrees = (most: number) =>
  z
    .string()
    .trim()
    .max(20)
    .regex(/^(-?\d{1,3}(\.\d{1,10})?)?$/, "Decimal degrees, such as 55.828590.")
    .refine((text) => Math.abs(Number(text)) <= most, `Between -${most} and ${most}.`)
    .transform((text) => text || null);
const code = words(20).regex(/^[A-Za-z0-9-]*$/, "Letters, figures and hyphens only.");
const date = z.union([z.literal(""), z.iso.date("Choose a date.")]).transform((text) => text || null);

const practiceFields = {
  name: needed(160, "Give the practice a name."),
  code: code.transform((text) => text.toUpperCase() || null),
  addressLine1: needed(160, "Write the street address."),
  addressLine2: optional(160),
  city: optional(80),
  postcode: needed(16, "Write the postcode.").transform((text) => text.toUpperCase().replace(/\s+/g, " ")),
  phone: optional(40),
  email: z.union([z.literal(""), z.email("This is not an e-mail address.").max(200)]).transform((text) => text || null),
  latitude: degrees(90),
  longitude: degrees(180),
  openingHours: openingHoursSchema,
  transitDays: wholeNumber(30),
  paymentTermsDays: wholeNumber(365),
  discountPercent: percent,
  priceListId: z.union([z.literal(""), z.uuid()]).transform((text) => text || null),
  invoiceMode: z.enum(INVOICE_MODES),
  taxId: optional(40),
  /** Why it bears no tax; left out or empty, it does. */
  taxExemptReason: optional(200).optional().default(null),
  taxExemptNumber: optional(60).optional().default(null),
  status: z.enum(PRACTICE_STATUSES),
  notes: optional(4000),
};

const bothDegrees = (value: { latitude: string | null; longitude: string | null }) =>
  (value.latitude === null) === (value.longitude === null);
const BOTH = { path: ["longitude"], message: "Give latitude and longitude both, or neither." };
const exemptSaysWhy = (value: { taxExemptReason: string | null; taxExemptNumber: string | null }) =>
  value.taxExemptReason !== null || value.taxExemptNumber === null;
const WHY = { path: ["taxExemptReason"], message: "Write the reason as well; invoices say it." };

export const createPracticeSchema = z.strictObject(practiceFields).refine(bothDegrees, BOTH).refine(exemptSaysWhy, WHY);
export const editPracticeSchema = z
  .strictObject({ ...practiceFields, id: z.uuid(), version: z.int().min(1) })
  .refine(bothDegrees, BOTH)
  .refine(exemptSaysWhy, WHY);
export const archivePracticeSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1) });
export const restorePracticeSchema = z.strictObject({ id: z.uuid() });

const dentistTerms = {
  isPrimary: z.boolean(),
  /** Null: the practice's own discount counts. */
  discountPercent: z
    .string()
    .trim()
    .regex(/^(\d{1,2}(\.\d{1,2})?|100(\.0{1,2})?)?$/, "A percentage from 0 to 100, at most two decimals.")
    .transform((text) => text || null),
  /** Null: the practice's own prices count. */
  priceListId: z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((text) => text || null),
  startedOn: date,
  endedOn: date,
};
const inOrder = (value: { startedOn: string | null; endedOn: string | null }) =>
  !value.startedOn || !value.endedOn || value.startedOn <= value.endedOn;
const ORDER = { path: ["endedOn"], message: "Ends before it starts." };

export const addDentistSchema = z
  .strictObject({
    practiceId: z.uuid(),
    fullName: needed(120, "Write the dentist's name."),
    licenceNumber: needed(40, "Write the licence number.").transform((text) => text.toUpperCase()),
    email: z
      .union([z.literal(""), z.email("This is not an e-mail address.").max(200)])
      .transform((text) => text || null),
    phone: optional(40),
    ...dentistTerms,
  })
  .refine(inOrder, ORDER);
/** A practice with the dentist who prescribes there, in one go. */
export const practiceWithDentistSchema = z.strictObject({
  practice: createPracticeSchema,
  dentist: z.strictObject({
    fullName: needed(120, "Write the dentist's name."),
    licenceNumber: needed(40, "Write the licence number.").transform((text) => text.toUpperCase()),
  }),
});
export const linkDentistSchema = z
  .strictObject({ practiceId: z.uuid(), dentistId: z.uuid("Choose a dentist."), ...dentistTerms })
  .refine(inOrder, ORDER);
export const dentistTermsSchema = z.strictObject({ id: z.uuid(), ...dentistTerms }).refine(inOrder, ORDER);
export const dentistLinkSchema = z.strictObject({ id: z.uuid() });
export const findDentistsSchema = z.strictObject({ practiceId: z.uuid(), words: z.string().max(100) });

/** The field of a practice that each column of a file fills, by column number; what is not mapped is left out. */
export const IMPORT_FIELDS = [
  "name",
  "code",
  "addressLine1",
  "addressLine2",
  "city",
  "postcode",
  "phone",
  "email",
  "latitude",
  "longitude",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const importFileSchema = z.strictObject({
  /** The decoded text of the file. */
  csv: z.string().min(1, "The file is empty.").max(1_800_000, "The file is larger than 1.8 MB."),
  mapping: z
    .array(z.union([z.enum(IMPORT_FIELDS), z.null()]))
    .min(1)
    .max(200),
});
export const importPracticesSchema = importFileSchema.extend({ idempotencyKey: z.uuid() });

export type PracticeInput = z.output<typeof createPracticeSchema>;
