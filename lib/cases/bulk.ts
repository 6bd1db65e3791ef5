import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Acting, Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { answerOnce } from "@/lib/access/idempotency";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { BULK_MOST } from "./bulk-rows";
import type {
  dueManySchema,
  holdManySchema,
  matchingSchema,
  releaseManySchema,
  ticketsSchema,
  writeManySchema,
} from "./bulk-schema";
import { changeDue } from "./change-due";
import { addWorkingDays } from "./due-date";
import { eachRow, type RowResult } from "./each-row";
import { hold } from "./hold";
import { labCalendar } from "./lab-days";
import { caseListParams } from "./list-filter";
import { addPracticeNote } from "./note";
import { portalView } from "./portal-filter";
import { listCases } from "./queries";
import { release } from "./release";
import { ticketPrinted } from "./ticket";

type Results = { results: RowResult[] };

/** Puts each case on hold for one reason; refused row by row as `hold` refuses. */
export async function holdEach({ actor }: Acting, input: z.output<typeof holdManySchema>): Promise<Results> {
  const { rows, ...why } = input;
  return { results: await eachRow(actor, rows, (context, row) => hold(context, { ...row, ...why })) };
}

/** Releases each case; refused row by row as `release` refuses. */
export async function releaseEach({ actor }: Acting, { rows }: z.output<typeof releaseManySchema>): Promise<Results> {
  return { results: await eachRow(actor, rows, release) };
}

/** Moves each case's due day to a day, or by working days from its own; refused row by row as `changeDue` refuses. */
export async function changeDueEach({ actor }: Acting, input: z.output<typeof dueManySchema>): Promise<Results> {
  const { rows, change, reason } = input;
  const to = async (context: Context, caseId: string) =>
    "dueOn" in change ? change.dueOn : movedDue(context, caseId, change.days);
  return {
    results: await eachRow(actor, rows, async (context, row) =>
      changeDue(context, { ...row, reason, dueOn: await to(context, row.caseId) }),
    ),
  };
}

async function movedDue({ tx }: Context, caseId: string, days: number): Promise<string> {
  const found = await tx.row<{ dueOn: string }>(sql`SELECT due_on AS "dueOn" FROM cases WHERE id = ${caseId}`);
  if (!found) throw notFound("case");
  return addWorkingDays(found.dueOn, days, await labCalendar(tx));
}

/** Writes the same words of the practice to the lab on each case; sent again with the same `key`, once. */
export async function writeEach({ actor }: Acting, input: z.output<typeof writeManySchema>): Promise<Results> {
  const { rows, body } = input;
  const requestHash = createHash("sha256").update(body).digest("hex");
  const write = (context: Context, { caseId }: { caseId: string }) => {
    const once = { userId: actor.userId, key: `${input.key} ${caseId}`, command: "portal.submit", requestHash };
    return answerOnce(context.tx, once, () => addPracticeNote(context, { caseId, body }));
  };
  return { results: await eachRow(actor, rows, write) };
}

/** Notes in the timelines of cases that their work tickets were printed. Refuses with `not_found`. */
export async function ticketsPrinted(context: Context, { caseIds }: z.output<typeof ticketsSchema>): Promise<null> {
  for (const caseId of caseIds) await ticketPrinted(context, { caseId });
  return null;
}

/** The first thousand cases that fit a list's address, in its order, with the versions they have; `more` when there are others. */
export async function matchingCases(
  { actor }: Acting,
  { query }: z.output<typeof matchingSchema>,
): Promise<{ rows: { caseId: string; version: number; number: string }[]; more: boolean }> {
  const { after: _after, before: _before, ...address } = Object.fromEntries(new URLSearchParams(query));
  const filter = actor.audience === "portal" ? portalView(address).filter : caseListParams.parse(address);
  const page = await asActor(actor, (tx) => listCases(tx, filter, labToday(actor.lab.timeZone), BULK_MOST));
  return {
    rows: page.cases.map(({ id, version, number }) => ({ caseId: id, version, number })),
    more: page.older !== null,
  };
}
