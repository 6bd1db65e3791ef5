import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Pool } from "pg";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import { apply } from "./apply";
import { addDocument } from "./documents";
import { formTicket } from "./form-ticket";
import { applySchema } from "./schema";

export const nowhere = { ip: null, userAgent: null };

/** The smallest PDF that a reader opens. */
export const PDF =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

export const streamOf = (content: string | Buffer) =>
  Readable.toWeb(Readable.from([Buffer.from(content)])) as ReadableStream<Uint8Array>;

/** An application as the form sends it, filled a minute ago. */
export const filled = (slug: string, more: Record<string, unknown> = {}) =>
  applySchema.parse({
    lab: slug,
    ticket: formTicket(slug, Date.now() - 60_000),
    website: "",
    applicantName: "Dr Robin Hale",
    email: `robin-${Math.random().toString(36).slice(2)}@practice.casepan.test`,
    phone: "0141 555 0101",
    licenceNumber: `gdc-${Math.random().toString(36).slice(2, 10)}`,
    licenceBody: "General Dental Council",
    practiceName: `Hale Dental ${Math.random().toString(36).slice(2)}`,
    practiceAddress: "4 Mill Lane",
    practiceCity: "Glasgow",
    practicePostcode: "g4  9xx",
    practicePhone: "",
    taxId: "",
    openingHours: {},
    expectedCases: "20",
    message: "We place many implants.",
    ...more,
  });

/** The token of the newest letter to an address. */
export async function tokenFor(pool: Pool, email: string): Promise<string> {
  const { rows } = await pool.query<{ text_body: string }>(
    "SELECT text_body FROM mail_messages WHERE to_address = $1 ORDER BY id DESC LIMIT 1",
    [email],
  );
  return /token=([\w-]{43})/.exec(rows[0]?.text_body ?? "")?.[1] ?? "";
}

/** Sends an application with a document; answers its id and the token of the letter. */
export async function applied(pool: Pool, slug: string, more: Record<string, unknown> = {}) {
  const input = filled(slug, more);
  const { documentsToken } = await apply(input, nowhere);
  const place = await publicLab(slug);
  if (!place) throw new Error("no such lab");
  const sent = { name: "licence.pdf", declared: null, body: streamOf(PDF) };
  const document = await addDocument(strangerAt(place.lab, nowhere), documentsToken, sent);
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM dentist_applications WHERE email = $1 ORDER BY id DESC LIMIT 1",
    [input.email],
  );
  const id = rows[0]?.id as string;
  return { id, input, documentsToken, documentId: document.id, token: await tokenFor(pool, input.email) };
}
