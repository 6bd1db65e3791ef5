import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { excerpt, fold } from "./fold";
import type { FoundGroup, Hit } from "./groups";

type Looking = { actor: Actor; tx: Transaction };

/** Where a page of notes or messages goes on from. */
export type WordsKey = { at: string; id: string } | null;

type Written = {
  id: string;
  body: string;
  author: string | null;
  created_at: Date;
  case_id: string | null;
};

/** The notes that have every word, the newest first; counted as far as they were read (`most`). */
export async function findNotes(
  { actor, tx }: Looking,
  text: string,
  words: readonly string[],
  most: number,
  from: WordsKey = null,
): Promise<FoundGroup> {
  const found = await tx.rows<Written & { case_id: string; number: string; patient: string }>(sql`
    SELECT * FROM search_notes(${text}, ${most + 1}, ${from?.at ?? null}::timestamptz, ${from?.id ?? null}::uuid)`);
  const base = actor.audience === "portal" ? "/portal/cases" : "/cases";
  return group("notes", found, most, (note) => ({
    title: `${note.number} · ${note.patient}`,
    href: `${base}/${note.case_id}`,
    ...written(note, words),
  }));
}

/** The messages that have every word, in conversations the actor may read, the newest first. */
export async function findMessages(
  { actor, tx }: Looking,
  text: string,
  words: readonly string[],
  most: number,
  from: WordsKey = null,
): Promise<FoundGroup> {
  const found = await tx.rows<Written & { conversation_id: string; subject: string | null }>(sql`
    SELECT * FROM search_messages(${text}, ${most + 1}, ${from?.at ?? null}::timestamptz, ${from?.id ?? null}::uuid)`);
  const base = actor.audience === "portal" ? "/portal/messages" : "/messages";
  return group("messages", found, most, (message) => ({
    title: message.subject ?? message.author ?? "Message",
    href: `${base}/${message.conversation_id}`,
    ...written(message, words),
  }));
}

const written = ({ author, body, created_at }: Written, words: readonly string[]) => ({
  detail: author ?? undefined,
  excerpt: excerpt(body, words),
  at: created_at.toISOString(),
});

type PatientRow = { id: string; reference: string; full_name: string | null; practice: string; cases: number };

/** The patients whose reference or name has every word: those of exactly these words first, then the newest. */
export async function findPatients(
  { actor, tx }: Looking,
  text: string,
  words: readonly string[],
  most: number,
  from: string | null = null,
): Promise<FoundGroup> {
  const found = await tx.rows<PatientRow>(sql`
    SELECT * FROM search_patients(${[...words]}::text[], ${most + 1}, ${from}::uuid)`);
  const wanted = fold(text);
  const near = ({ reference, full_name }: PatientRow) => {
    const names = [fold(reference), fold(full_name ?? "")];
    return names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2;
  };
  const ranked = from ? found : [...found.slice(0, most).toSorted((a, b) => near(a) - near(b)), ...found.slice(most)];
  return group("patients", ranked, most, (patient) => ({
    title: patient.full_name ? `${patient.reference} (${patient.full_name})` : patient.reference,
    detail: [
      actor.audience === "lab" && patient.practice,
      `${patient.cases} ${Number(patient.cases) === 1 ? "case" : "cases"}`,
    ]
      .filter(Boolean)
      .join(" · "),
    href: `${actor.audience === "portal" ? "/portal" : "/cases"}?patient=${patient.id}`,
  }));
}

function group<Row extends { id: string }>(
  name: FoundGroup["name"],
  found: readonly Row[],
  most: number,
  hit: (row: Row) => Omit<Hit, "id">,
): FoundGroup {
  const hits = found.slice(0, most).map((row) => ({ id: row.id, ...hit(row) }));
  return { name, hits, counted: hits.length, beyond: found.length > most };
}
