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

/** What else a column may be called: in English, and in the German, French, Spanish, Italian and Dutch of practice software. */
const ALSO: Record<ImportField, string> = {
  name:
    "practice practicename dentalpractice surgery account accountname praxis praxisname zahnarztpraxis nom cabinet nomducabinet " +
    "nombre clinica consultorio nome studio naam praktijk praktijknaam",
  code:
    "practicecode accountcode accountnumber reference kundennummer kundennr praxisnummer codeclient numeroclient codigocliente " +
    "codicecliente klantnummer",
  addressLine1:
    "address address1 street streetaddress line1 strasse strassehausnummer strassehausnr strasseundhausnummer anschrift adresse " +
    "adresse1 rue direccion calle domicilio indirizzo via adres straat",
  addressLine2: "address2 line2 locality district adresszusatz zusatz adresse2 complementdadresse",
  city: "town towncity cityortown ort stadt wohnort ville ciudad poblacion localidad citta comune plaats woonplaats stad",
  postcode: "zip zipcode postalcode plz postleitzahl codepostal cp codigopostal cap",
  phone: "telephone tel phonenumber telephonenumber telefon telefonnummer rufnummer telefono telefoon",
  email: "emailaddress mail emailadresse mailadresse adressemail courriel correo correoelectronico",
  latitude: "lat breitengrad latitud latitudine breedtegraad",
  longitude: "lng lon long langengrad laengengrad longitud longitudine lengtegraad",
  monday: "mon montag lundi lunes lunedi maandag",
  tuesday: "tue tues dienstag mardi martes martedi dinsdag",
  wednesday: "wed mittwoch mercredi miercoles mercoledi woensdag",
  thursday: "thu thur thurs donnerstag jeudi jueves giovedi donderdag",
  friday: "fri freitag vendredi viernes venerdi vrijdag",
  saturday: "sat samstag sonnabend samedi sabado sabato zaterdag",
  sunday: "sun sonntag dimanche domingo domenica zondag",
};

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/[^a-z0-9]/g, "");

/** The field that each header names, or null; a field is given to the first column that names it. */
export function mapHeaders(headers: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return headers.map((header) => {
    const word = plain(header);
    const field = (Object.keys(FIELD_LABEL) as ImportField[]).find(
      (one) => !taken.has(one) && (plain(one) === word || ALSO[one].split(" ").includes(word)),
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
