import { z } from "zod";
import { TOOTH_NOTATIONS } from "./notation";

const words = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const needed = (most: number, missing: string) => words(most).min(1, missing);
const optional = (most: number) => words(most).transform((text) => text || null);
const known = (check: (value: string) => unknown) => (value: string) => {
  try {
    check(value);
    return true;
  } catch {
    return false;
  }
};

/** The fields that say what a lab is, checked; what is left empty becomes null. */
export const labFields = {
  name: needed(120, "Give the lab a name."),
  addressLine1: optional(160),
  addressLine2: optional(160),
  city: optional(80),
  postcode: optional(16),
  /** ISO 3166. */
  country: z.string().regex(/^[A-Z]{2}$/, "Choose a country."),
  phone: optional(40),
  email: z
    .union([z.literal(""), z.email("This is not an e-mail address.").max(200, "At most 200 characters.")])
    .transform((text) => text || null),
  /** IANA zone. */
  timeZone: z.string().refine(
    known((zone) => new Intl.DateTimeFormat("en", { timeZone: zone })),
    "Choose a time zone.",
  ),
  /** BCP 47. */
  locale: z
    .string()
    .max(20, { error: "Choose a language and region.", abort: true })
    .refine(
      known((locale) => Intl.getCanonicalLocales(locale)),
      "Choose a language and region.",
    ),
  toothNotation: z.enum(TOOTH_NOTATIONS),
  registrationNumber: optional(60),
};
/** ISO 4217; money that was written once is never converted, so it is chosen when the lab opens. */
export const currencyField = z.string().regex(/^[A-Z]{3}$/, "Choose a currency.");

const degrees = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^(-?\d{1,3}(\.\d{1,6})?)?$/, "Decimal degrees, such as 55.828590.")
    .refine((text) => Math.abs(Number(text)) <= most, `Between -${most} and ${most}.`)
    .transform((text) => text || null);

/** The lab's particulars as its settings change them. */
export const labProfileSchema = z
  .strictObject({
    ...labFields,
    latitude: degrees(90),
    longitude: degrees(180),
    seenAt: z.iso.datetime(),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ["longitude"],
    message: "Give latitude and longitude both, or neither.",
  });
