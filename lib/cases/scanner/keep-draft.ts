import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { writeFile } from "@/lib/files/add-file";
import type { Placed } from "@/lib/files/keep";
import { labToday } from "@/lib/labs/today";
import { NO_PREFERENCES } from "../particulars/preferences";
import { preferencesOf } from "../particulars/standing-preferences";
import { draftOfOrder, type TakenOrder } from "./draft-of-order";
import type { ExportAnswer } from "./import-export";
import { importedBefore, type Prescribed } from "./match-order";
import type { ScannerOrder } from "./read-order";

export type StoredFile = Placed & { name: string };

/**
 * Writes the draft of an order with its files, all in the caller's transaction. Of two imports of one order the second waits for the
 * first and gets what became of it; nothing of its own is written then.
 */
export async function keepDraft(
  { actor, tx }: Context,
  from: { order: ScannerOrder; prescribed: Prescribed; leftOut: string[]; files: readonly StoredFile[] },
): Promise<ExportAnswer> {
  const { order, prescribed, leftOut, files } = from;
  const { dentistId, practiceId } = prescribed;
  const preferences = (await preferencesOf(tx, [dentistId]))[dentistId] ?? NO_PREFERENCES;
  const { payload, dueTaken } = draftOfOrder(order, dentistId, preferences, labToday(actor.lab.timeZone));
  const { orderId, orderCode, patient, doctor, licence, dueOn } = order;
  const taken: TakenOrder = {
    ...{ device: "iTero", orderId, orderCode, patient, doctor, licence, dueOn },
    dueTaken,
    files: files.length,
    leftOut,
  };
  const draft = await tx.row<{ id: string }>(sql`
    INSERT INTO case_drafts (practice_id, user_id, payload, scanner_order_id, scanner)
    VALUES (${practiceId}, ${actor.userId}, ${JSON.stringify(payload)}::jsonb, ${orderId}, ${JSON.stringify(taken)}::jsonb)
    ON CONFLICT (lab_id, scanner_order_id) WHERE scanner_order_id IS NOT NULL AND deleted_at IS NULL DO NOTHING
    RETURNING id`);
  if (!draft) {
    const before = await importedBefore({ actor, tx }, orderId);
    const elsewhere = {
      words: `Order ${orderId} was imported already, for another practice. Please call the lab.`,
      href: null,
    };
    return { kind: "already", ...(before ?? elsewhere) };
  }
  const place = {
    practiceId,
    caseId: null,
    draftId: draft.id,
    audience: "shared",
    series: null,
    revision: 1,
    kind: null,
  } as const;
  for (const { name, ...placed } of files) await writeFile({ actor, tx }, place, name, placed);
  return { kind: "imported", draftId: draft.id, practiceId };
}
