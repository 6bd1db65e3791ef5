import { type OpeningHours, readSpans, WEEKDAY_LABEL, WEEKDAYS } from "./opening-hours";
import type { ImportField } from "./schema";

/** A practice as a file gives it; the lab's own terms take their defaults. Degrees are decimal WGS84. */
export type ImportedPractice = {
  name: string;
  code: string | null;
  addressLine1: string;
  addressLine2: string | null;
  city: string | null;
  postcode: string;
  phone: string | null;
  email: string | null;
  latitude: string | null;
  longitude: string | null;
  openingHours: OpeningHours | null;
};

/** `notes` say what was guessed and do not stop the row; any of `errors` does. */
export type RowOutcome = {
  line: number;
  name: string;
  postcode: string;
  practice: ImportedPractice | null;
  errors: string[];
  notes: string[];
};

const LONGEST: Partial<Record<ImportField, number>> = {
  name: 160,
  code: 20,
  addressLine1: 160,
  addressLine2: 160,
  city: 80,
  postcode: 16,
  phone: 40,
  email: 200,
};

/** Reads one row's values, by field. `line` is its line in the file. */
export function parseRow(line: number, values: Partial<Record<ImportField, string>>): RowOutcome {
  const errors: string[] = [];
  const notes: string[] = [];
  const text = (field: ImportField, label: string): string | null => {
    const value = (values[field] ?? "").replace(/\s+/g, " ").trim();
    const most = LONGEST[field] ?? 40;
    if (value.length > most) errors.push(`${label} is longer than ${most} characters.`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text file must not smuggle them in
    if (/[\u0000-\u001f\u007f]/.test(value)) errors.push(`${label} holds characters that cannot be kept.`);
    return value || null;
  };
  const name = text("name", "The name");
  const addressLine1 = text("addressLine1", "The address");
  const postcode = text("postcode", "The postcode")?.toUpperCase() ?? null;
  if (!name) errors.push("The name is missing.");
  if (!addressLine1) errors.push("The address is missing.");
  if (!postcode) errors.push("The postcode is missing.");
  const code = text("code", "The code")?.toUpperCase() ?? null;
  if (code && !/^[A-Z0-9-]+$/.test(code)) errors.push(`The code “${code}” may hold letters, figures and hyphens only.`);
  const email = text("email", "The e-mail address");
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) errors.push(`“${email}” is not an e-mail address.`);
  const place = degrees(text("latitude", "The latitude"), text("longitude", "The longitude"), errors);
  const practice = {
    name: name ?? "",
    code,
    addressLine1: addressLine1 ?? "",
    addressLine2: text("addressLine2", "The second address line"),
    city: text("city", "The town"),
    postcode: postcode ?? "",
    phone: text("phone", "The phone number"),
    email,
    ...place,
    openingHours: hours(values, errors, notes),
  };
  return {
    line,
    name: name ?? "",
    postcode: postcode ?? "",
    practice: errors.length === 0 ? practice : null,
    errors,
    notes,
  };
}

function degrees(latitude: string | null, longitude: string | null, errors: string[]) {
  if ((latitude === null) !== (longitude === null))
    errors.push("Latitude and longitude belong together; one is missing.");
  const check = (label: string, value: string | null, most: number) => {
    if (value !== null && !(/^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= most))
      errors.push(`The ${label} “${value}” is not between -${most} and ${most} degrees.`);
  };
  check("latitude", latitude, 90);
  check("longitude", longitude, 180);
  return { latitude, longitude };
}

function hours(values: Partial<Record<ImportField, string>>, errors: string[], notes: string[]): OpeningHours | null {
  const open: OpeningHours = {};
  for (const day of WEEKDAYS) {
    const { spans, note, fault } = readSpans(values[day] ?? "");
    if (fault) errors.push(`${WEEKDAY_LABEL[day]}: ${fault}`);
    if (note) notes.push(`${WEEKDAY_LABEL[day]}: ${note}`);
    if (spans.length > 0) open[day] = spans;
  }
  return Object.keys(open).length > 0 ? open : null;
}
