import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { draftCases } from "../draft-cases";
import { lockLedgers } from "../ledger/lock-ledger";
import { readInvoiced } from "../open-draft";
import { currentParties } from "../parties";
import { sendDrafts } from "../send-drafts";
import { casesToInvoice, draftsUntil, isReady } from "./to-invoice";

/** `refused`: nothing was sent, and `words` say why. Otherwise `words` say what was left, if anything. */
export type PracticeOutcome = { outcome: "done" | "refused"; words: string | null };

/**
 * Invoices a practice up to a day (`YYYY-MM-DD` on the lab's calendar), in the caller's transaction: drafts what is delivered, then
 * sends every draft in whose way nothing stands, for its place (`resultId`) in a run. Drafts that cannot go out stay drafts.
 */
export async function invoicePractice(
  context: Context,
  { practiceId, until, resultId }: { practiceId: string; until: string; resultId: string },
): Promise<PracticeOutcome> {
  const { tx } = context;
  await lockLedgers(tx, [practiceId]);
  const cases = await casesToInvoice(tx, until, [practiceId]);
  const free = cases.filter(({ waiting }) => !waiting).map(({ id }) => id);
  if (free.length > 0) await draftCases(context, await readInvoiced(tx, free), until);

  await tx.execute(
    sql`SELECT id FROM invoices WHERE practice_id = ${practiceId} AND status = 'draft' ORDER BY id FOR UPDATE`,
  );
  const drafts = await draftsUntil(tx, until, [practiceId]);
  const ready = drafts.filter(isReady).map(({ id }) => id);
  const left = wordsOfLeft(drafts.length - ready.length, cases.length - free.length);
  if (ready.length === 0)
    return left ? { outcome: "refused", words: left } : { outcome: "done", words: "Nothing left to invoice." };

  const parties = await currentParties(tx, practiceId);
  const address = parties.practice.email;
  if (!address) return { outcome: "refused", words: "The practice has no e-mail address to send invoices to." };
  await sendDrafts(context, ready, { practiceId, parties, address, monthEndResultId: resultId });
  return { outcome: "done", words: left };
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

function wordsOfLeft(drafts: number, waiting: number): string | null {
  const parts = [
    drafts > 0 && `${counted(drafts, "draft needs", "drafts need")} something mended`,
    waiting > 0 && `${counted(waiting, "case waits", "cases wait")} (on hold, or a remake not decided)`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join("; ")}.` : null;
}
