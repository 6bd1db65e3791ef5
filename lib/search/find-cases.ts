import type { Actor } from "@/lib/access/actor";
import { itemsSummary } from "@/lib/cases/item-name";
import { caseListParams } from "@/lib/cases/list-filter";
import { casesByIds, countCases, type ListedCase, listCases } from "@/lib/cases/queries";
import { CASE_STATUS_LABEL } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import type { FoundGroup, Hit } from "./groups";

const COUNT_MOST = 1000;
const YEARS = 20;

/** A case as it is found: by its number, with patient and work. */
export function caseHit(actor: Actor, found: ListedCase): Hit {
  const at = actor.audience === "portal" ? "/portal/cases" : "/cases";
  const { id, number, patient, patientName, status, items, practice } = found;
  const where = actor.audience === "portal" ? found.dentist : practice;
  return {
    id,
    title: `${number} · ${patient}${patientName ? ` (${patientName})` : ""}`,
    detail: [itemsSummary(items, actor.toothNotation), where, CASE_STATUS_LABEL[status]].filter(Boolean).join(" · "),
    href: `${at}/${id}`,
  };
}

/**
 * The cases that fit the words: first the one of exactly this number (or the figure at its end) or in this pan, then the newest. Counted
 * up to 1,000 when `count` says so, otherwise as far as they are shown.
 */
export async function findCases(
  { actor, tx }: { actor: Actor; tx: Transaction },
  text: string,
  size: number,
  count: boolean,
): Promise<FoundGroup> {
  const today = labToday(actor.lab.timeZone);
  const filter = caseListParams.parse({ q: text });
  const exact = await casesByIds(tx, await exactly(tx, actor, text));
  const { cases, older } = await listCases(tx, filter, today, size);
  const all = [...exact, ...cases.filter(({ id }) => !exact.some((one) => one.id === id))];
  const counted = count ? await countCases(tx, filter, today, COUNT_MOST) : all.length;
  return {
    name: "cases",
    hits: all.slice(0, size).map((found) => caseHit(actor, found)),
    counted: Math.min(Math.max(counted, exact.length), COUNT_MOST),
    beyond: count ? counted > COUNT_MOST : older !== null,
  };
}

async function exactly(tx: Transaction, actor: Actor, text: string): Promise<string[]> {
  const year = new Date().getFullYear();
  const numbers = /^\d{1,6}$/.test(text)
    ? Array.from({ length: YEARS }, (_, back) => `C-${year - back}-${text.padStart(6, "0")}`)
    : [text.toUpperCase()];
  const found = await tx.rows<{ id: string }>(sql`
    SELECT id FROM cases WHERE number = ANY (${numbers}::text[]) AND deleted_at IS NULL ORDER BY created_at DESC LIMIT 3`);
  if (actor.audience !== "lab") return found.map(({ id }) => id);
  const inPan = await tx.rows<{ id: string }>(sql`
    SELECT c.id FROM pans n JOIN cases c ON c.lab_id = n.lab_id AND c.pan_id = n.id
    WHERE n.code = ${text.toUpperCase()} AND c.status NOT IN ('delivered', 'cancelled') AND c.deleted_at IS NULL LIMIT 1`);
  return [...found, ...inPan].map(({ id }) => id);
}
