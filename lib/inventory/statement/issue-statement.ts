import { isDeepStrictEqual } from "node:util";
import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { statementKeptUntil } from "@/lib/cases/kept-until";
import { lockCase } from "@/lib/cases/lock";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { announce } from "@/lib/outbox/outbox";
import type { StatementContents } from "./contents";
import { gatherContents } from "./gather-contents";
import type { IssueStatementInput } from "./schema";

/**
 * Issues the statement of a case's finished items, as a new revision when it says something else than the one before. Exceptions named
 * before stay unless others are given. It is kept for so many years after the delivery: before it, the day noted is the earliest it can be. Answers the statement and whether it is new. Refuses with `not_found` and `nothing_finished`.
 */
export async function issueStatement(
  context: Context,
  { caseId, exceptions }: IssueStatementInput,
): Promise<{ id: string; isNew: boolean }> {
  const { actor, tx } = context;
  const locked = await lockCase(tx, caseId);
  const last = await tx.row<{ id: string; revision: number; contents: StatementContents }>(sql`
    SELECT id, revision, contents FROM device_statements WHERE case_id = ${caseId} ORDER BY revision DESC LIMIT 1`);
  const named = exceptions === undefined ? (last?.contents.exceptions ?? null) : exceptions || null;
  const contents = await gatherContents(context, caseId, named);
  if (!contents) throw conflict("nothing_finished", `Nothing of case ${locked.number} is finished yet.`);
  if (last && saysTheSame(last.contents, contents)) return { id: last.id, isNew: false };
  const day = await tx.row<{ deliveredOn: string | null }>(sql`
    SELECT to_char(delivered_at AT TIME ZONE ${actor.lab.timeZone}, 'YYYY-MM-DD') AS "deliveredOn" FROM cases WHERE id = ${caseId}`);
  const keepUntil = statementKeptUntil(day?.deliveredOn ?? labToday(actor.lab.timeZone), contents.isImplantable);
  const issued = await tx.row<{ id: string }>(sql`
    INSERT INTO device_statements (case_id, practice_id, revision, contents, issued_by_id, keep_until)
    VALUES (${caseId}, ${locked.practiceId}, ${(last?.revision ?? 0) + 1}, ${JSON.stringify(contents)}::jsonb, ${actor.userId}, ${keepUntil}) RETURNING id`);
  await announce(tx, [`case:${caseId}`], locked.practiceId);
  return { id: issued?.id as string, isNew: true };
}

/** The job of a case whose item was finished: issues its statement by itself. A case with nothing finished any more is left alone. */
export async function issueByItself(context: Context, { caseId }: { caseId: string }): Promise<void> {
  const there = await context.tx.row(
    sql`SELECT FROM case_items WHERE case_id = ${caseId} AND status IN ('finished', 'shipped', 'delivered') LIMIT 1`,
  );
  if (there) await issueStatement(context, { caseId });
}

/** Who issued it makes no other statement. */
function saysTheSame(before: StatementContents, now: StatementContents): boolean {
  const plain: unknown = JSON.parse(JSON.stringify({ ...now, issuedBy: "" }));
  return isDeepStrictEqual({ ...before, issuedBy: "" }, plain);
}
