import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { refuseExport } from "./refusals";

/** What an iTero export says of itself. Days are `YYYY-MM-DD`. */
export type ScannerOrder = {
  orderId: string;
  orderCode: string;
  caseType: string;
  /** As the scanner has it, "Quill, Robin". */
  patient: string;
  doctor: string;
  licence: string;
  dueOn: string | null;
  files: { name: string; kind: "surface" | "image" }[];
};

/** The largest XML that is read, in bytes: a real one has a few kilobytes. */
export const MOST_XML = 256 * 1024;

const bad = (message: string) => refuseExport("bad_order", `${message} Please export it again.`);

/** The bytes as text: UTF-8, with or without its mark, and no other encoding. */
function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw bad("The export's XML is not written in UTF-8.");
  }
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  if (text.includes("\0") || (declared && !/^utf-?8$/i.test(declared)))
    throw bad("The export's XML is not written in UTF-8.");
  return text;
}

const PREDEFINED: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The five references every XML has and numbers of characters; there are no others, since a document type is refused. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) {
      const found = PREDEFINED[name];
      if (!found) throw bad(`The export's XML refers to something unknown (${whole}).`);
      return found;
    }
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    if (point > 0x10ffff || point < 0x20) throw bad("There is a character in the export's XML that cannot be.");
    return String.fromCodePoint(point);
  });
}

const plain = (longest: number) =>
  z
    .string()
    .transform((text) =>
      unescaped(text)
        .replace(/\p{Cc}/gu, " ")
        .trim(),
    )
    .pipe(z.string().max(longest));

const objectSchema = z.object({ ObjectType: plain(40), FileName: plain(160) });
const exportSchema = z.object({
  iTeroExport: z.object({
    RxInfo: z.object({
      OrderID: plain(64).pipe(z.string().regex(/^[A-Za-z0-9-]{1,64}$/)),
      OrderCode: plain(64).default(""),
      CaseTypeName: plain(80).default(""),
      Patient: plain(120).default(""),
      Doctor: plain(120).default(""),
      DoctorLicense: plain(40).pipe(z.string().min(1)),
      DueDate: plain(40).default(""),
      ExportTime: plain(40).default(""),
    }),
    ExportedObjects: z.object({ Object: z.array(objectSchema).max(50).default([]) }),
  }),
});

const FIELDS: Record<string, string> = {
  OrderID: "order number",
  DoctorLicense: "dentist's licence number",
  FileName: "names of its files",
};

/** A day as iTero writes it, month first ("12/13/2026", a time may follow), or null for none. Refuses one that is not. */
function dayOf(text: string): string | null {
  if (!text) return null;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: [\d:]{4,8}(?: [AP]M)?)?$/.exec(text) ?? [];
  const iso = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  if (!z.iso.date().safeParse(iso).success) throw bad(`“${text}” in the export is not a day.`);
  return iso;
}

/** The parser throws at what only somebody hostile writes: thousands of elements in each other, names that JavaScript reserves. */
function elementsOf(parser: XMLParser, text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    throw bad("This XML is not an iTero export.");
  }
}

/**
 * Reads the XML of an iTero export (format 3.0). Refuses (`bad_order`) any document type or entity before it is parsed, another encoding
 * than UTF-8, more than 256 KB, XML that is not well formed or not an export, days that are not, and names of files that are paths.
 */
export function readOrder(bytes: Uint8Array): ScannerOrder {
  if (bytes.length > MOST_XML) throw bad("The export's XML is too large.");
  const text = textOf(bytes);
  if (/<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text))
    throw bad("The export's XML defines a document type, which is never opened.");
  if (XMLValidator.validate(text) !== true) throw bad("The export's XML is damaged.");
  const parser = new XMLParser({
    processEntities: false,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => name === "Object",
  });
  const parsed = exportSchema.safeParse(elementsOf(parser, text));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.at(-1);
    const known = typeof field === "string" ? FIELDS[field] : undefined;
    throw bad(known ? `The export does not say its ${known} rightly.` : "This XML is not an iTero export.");
  }
  const { RxInfo: rx, ExportedObjects } = parsed.data.iTeroExport;
  dayOf(rx.ExportTime);
  const files = ExportedObjects.Object.map(({ ObjectType, FileName }) => {
    if (!FileName || /[\\/]|^\.\.?$/.test(FileName)) throw bad("The export names a file by a path.");
    return { name: FileName, kind: /^image$/i.test(ObjectType) ? ("image" as const) : ("surface" as const) };
  });
  return {
    orderId: rx.OrderID,
    orderCode: rx.OrderCode,
    caseType: rx.CaseTypeName,
    patient: rx.Patient,
    doctor: rx.Doctor,
    licence: rx.DoctorLicense,
    dueOn: dayOf(rx.DueDate),
    files,
  };
}
