import { z } from "zod";
import type { Transaction } from "@/lib/db/transaction";
import { type HoldAsked, lastHolds } from "@/lib/history/queries";
import { type ReasonChoice, reasonChoices } from "./reason";
import {
  type CaseRecord,
  caseRecord,
  type LabParticulars,
  labParticulars,
  type RecordItem,
  recordItems,
} from "./record-queries";
import { type TryInCandidate, tryInCandidates } from "./try-ins";

/** What the frame of a case's pages shows to the lab on every tab. */
export type CaseHead = {
  found: CaseRecord;
  own: LabParticulars;
  items: RecordItem[];
  holdReasons: ReasonChoice[];
  cancelReasons: ReasonChoice[];
  /** What could go out for a try-in now. */
  tryInCandidates: TryInCandidate[];
};

/** Reads the head of a case for the lab's pages; null when there is none the actor may see, so that the page answers 404. */
export async function caseHead(tx: Transaction, id: string): Promise<CaseHead | null> {
  const found = z.uuid().safeParse(id).success ? await caseRecord(tx, id) : null;
  const own = found && (await labParticulars(tx, id));
  if (!found || !own) return null;
  return {
    found,
    own,
    items: await recordItems(tx, id),
    holdReasons: await reasonChoices(tx, "hold"),
    cancelReasons: await reasonChoices(tx, "cancellation"),
    tryInCandidates: await tryInCandidates(tx, id),
  };
}

/** What the frame of a case's pages shows to its practice on every tab. */
export type PortalCaseHead = { found: CaseRecord; items: RecordItem[]; asked: HoldAsked | undefined };

/** Reads the head of a case for the practice's pages; null when there is none of its own. */
export async function portalCaseHead(tx: Transaction, id: string): Promise<PortalCaseHead | null> {
  const found = z.uuid().safeParse(id).success ? await caseRecord(tx, id) : null;
  if (!found) return null;
  return {
    found,
    items: await recordItems(tx, id),
    asked: found.status === "on_hold" ? (await lastHolds(tx, [id]))[0] : undefined,
  };
}
