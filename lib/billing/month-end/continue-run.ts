import { randomBytes } from "node:crypto";
import type { Context } from "@/lib/access/action";
import { asRefusal } from "@/lib/db/refusals";
import { sql } from "@/lib/db/sql";
import { log } from "@/lib/log";
import { announce } from "@/lib/outbox/outbox";
import { invoicePractice } from "./invoice-practice";
import { lastDayOf } from "./month";
import { MONTH_END_TOPIC } from "./start-run";

/** Who acts in a transaction of the run's lab: its own machinery, or in the name of a person. */
export type Person = { userId: string; name: string };
export type InLab = <T>(work: (context: Context) => Promise<T>, person?: Person) => Promise<T | undefined>;

type Run = { month: string; startedById: string; startedBy: string };
type Place = { id: string; practiceId: string };

/** Screens are told of progress so seldom (milliseconds) that they can draw what they were told before. */
const TELL_EVERY = 1500;

/** So many times a practice is tried again when others were changing the same rows. */
const TRIES = 3;

/**
 * Goes through a run, practice by practice, each in a transaction of its own that also notes its result: whoever goes on after an
 * interruption, and several at the same time, do each practice once. Ends when no practice waits, when the run was cancelled, or
 * before the next practice once `stopped` says so.
 */
export async function continueRun(inLab: InLab, runId: string, stopped: () => boolean = () => false): Promise<void> {
  const run = await inLab(({ tx }) =>
    tx.row<Run>(sql`
      SELECT to_char(r.month, 'YYYY-MM') AS month, r.started_by_id AS "startedById", u.name AS "startedBy"
      FROM month_end_runs r JOIN users u ON u.id = r.started_by_id WHERE r.id = ${runId} AND r.status = 'running'`),
  );
  if (!run) return;
  let toldAt = performance.now();
  while (!stopped()) {
    if (!(await nextPractice(inLab, runId, run))) return finish(inLab, runId);
    if (performance.now() - toldAt < TELL_EVERY) continue;
    toldAt = performance.now();
    await inLab(({ tx }) => announce(tx, [MONTH_END_TOPIC]));
  }
}

/** Invoices the first practice that waits and that nobody else is at. Answers whether there was one. */
async function nextPractice(inLab: InLab, runId: string, run: Run): Promise<boolean> {
  const person = { userId: run.startedById, name: run.startedBy };
  let taken: Place | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await inLab(async (context) => {
        const { tx } = context;
        taken = await tx.row<Place>(sql`
          SELECT p.id, p.practice_id AS "practiceId" FROM month_end_results p
          JOIN month_end_runs r ON r.lab_id = p.lab_id AND r.id = p.run_id AND r.status = 'running'
          WHERE p.run_id = ${runId} AND p.outcome = 'waiting' ORDER BY p.position LIMIT 1 FOR UPDATE OF p SKIP LOCKED`);
        if (!taken) return;
        const { id, practiceId } = taken;
        const { outcome, words } = await invoicePractice(context, {
          practiceId,
          until: lastDayOf(run.month),
          resultId: id,
        });
        await note(context, id, outcome, words);
      }, person);
      return taken !== undefined;
    } catch (thrown) {
      if (!taken) throw thrown;
      const refusal = asRefusal(thrown);
      if (refusal?.reason === "busy" && attempt < TRIES) continue;
      const { id } = taken;
      const words = refusal?.message ?? unforeseen(thrown, runId);
      await inLab((context) => note(context, id, "refused", words));
      return true;
    }
  }
}

/** Notes a result of a practice that still waits. */
async function note({ tx }: Context, id: string, outcome: "done" | "refused", words: string | null): Promise<void> {
  await tx.execute(sql`
    UPDATE month_end_results SET outcome = ${outcome}, words = ${words}, finished_at = clock_timestamp()
    WHERE id = ${id} AND outcome = 'waiting'`);
}

function unforeseen(thrown: unknown, runId: string): string {
  const reference = randomBytes(4).toString("hex");
  log.error({ err: thrown, runId, reference }, "month end: a practice failed");
  return `Something went wrong on our side and nothing of this practice was sent (reference ${reference}).`;
}

/** Marks a run as done unless a practice still waits (another worker is at it, or was). */
async function finish(inLab: InLab, runId: string): Promise<void> {
  await inLab(async ({ tx }) => {
    await tx.execute(sql`SELECT id FROM month_end_runs WHERE id = ${runId} FOR UPDATE`);
    const ended = await tx.execute(sql`
      UPDATE month_end_runs SET status = 'done', finished_at = clock_timestamp() WHERE id = ${runId} AND status = 'running'
        AND NOT EXISTS (SELECT FROM month_end_results WHERE run_id = ${runId} AND outcome = 'waiting')`);
    if (ended > 0) await announce(tx, [MONTH_END_TOPIC]);
  });
}
