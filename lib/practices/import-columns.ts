import type { ImportField } from "./schema";

export const FIELD_LABEL: Record<ImportField, string> = {
  name: "Name",
  code: "Code",
  addressLine1: "Address line 1",
  addressLine2: "Address line 2",
  city: "Town",
  postcode: "Postcode",
  phone: "Phone",
  email: "E-mail",
  latitude: "Latitude",
  longitude: "Longitude",
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};

const NEEDED_FIELDS: ImportField[] = ["name", "addressLine1", "postcode"];

const ALSO: Partial<Record<ImportField, string[]>> = {
  name: ["practice", "practicename", "dentalpractice", "surgery", "account", "accountname"],
  code: ["practicecode", "accountcode", "accountnumber", "reference"],
  addressLine1: ["address", "address1", "street", "streetaddress", "line1"],
  addressLine2: ["address2", "line2", "locality", "district"],
  city: ["town", "towncity", "cityortown"],
  postcode: ["zip", "zipcode", "postalcode", "postcode"],
  phone: ["telephone", "tel", "phonenumber", "telephonenumber"],
  email: ["emailaddress", "mail"],
  latitude: ["lat"],
  longitude: ["lng", "lon", "long"],
  monday: ["mon"],
  tuesday: ["tue", "tues"],
  wednesday: ["wed"],
  thursday: ["thu", "thur", "thurs"],
  friday: ["fri"],
  saturday: ["sat"],
  sunday: ["sun"],
};

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The field that each header names, or null; a field is given to the first column that names it. */
export function mapHeaders(headers: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return headers.map((header) => {
    const word = plain(header);
    const field = (Object.keys(FIELD_LABEL) as ImportField[]).find(
      (one) => !taken.has(one) && (plain(one) === word || ALSO[one]?.includes(word)),
    );
    if (field) taken.add(field);
    return field ?? null;
  });
}

/** What stops a mapping from being used: a needed field without a column, or two columns for one field. Null when it is fine. */
export function mappingFault(mapping: readonly (ImportField | null)[]): string | null {
  const missing = NEEDED_FIELDS.filter((field) => !mapping.includes(field));
  if (missing.length > 0)
    return `No column is chosen for ${missing.map((f) => FIELD_LABEL[f].toLowerCase()).join(", ")}.`;
  const twice = mapping.find((field, i) => field !== null && mapping.indexOf(field) !== i);
  return twice ? `Two columns are chosen for ${FIELD_LABEL[twice].toLowerCase()}.` : null;
}
