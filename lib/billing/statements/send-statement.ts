import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { announce, enqueue } from "@/lib/outbox/outbox";
import { lockLedgers } from "../ledger/lock-ledger";
import { currentParties, type Parties } from "../parties";
import { type Account, accountCurrencies, type Period, readAccount } from "./account";
import type { SendStatementsInput } from "./schema";

/** What a statement says, as it was when it was sent: figures, entries, open invoices, and who wrote to whom. */
export type StatementContents = Account & { parties: Parties };

/** What became of one account that a statement was wanted for: sent to an address, or why not. */
export type StatementResult = { practiceId: string; currency: string; practice: string } & (
  | { outcome: "sent"; statementId: string; to: string }
  | { outcome: "refused"; words: string }
);

/**
 * Sends statements of accounts over a period of the lab's days, each kept as it was and mailed with its PDF by a job. One that has no
 * address, or is in a currency in which nothing was invoiced or paid, is refused by itself and holds up no other. Answers what became of each. Refuses at `to` a day still to come.
 */
export async function sendStatements(
  context: Context,
  { accounts, from, to, address }: SendStatementsInput,
): Promise<{ results: StatementResult[] }> {
  if (to > labToday(context.actor.lab.timeZone)) throw invalid("to", "This day is still to come.");
  const results: StatementResult[] = [];
  const once = new Map(accounts.map((account) => [`${account.practiceId} ${account.currency}`, account]));
  await lockLedgers(
    context.tx,
    accounts.map(({ practiceId }) => practiceId),
  );
  for (const { practiceId, currency } of once.values())
    results.push(await sendStatement(context, practiceId, { currency, from, to }, address));
  await announce(context.tx, ["statements"]);
  return { results };
}

/**
 * Keeps and queues the statement of one account; `address` is an e-mail address, empty for the practice's own. One that the lab sends by
 * itself goes out once for each last day.
 */
export async function sendStatement(
  { actor, tx }: Context,
  practiceId: string,
  period: Period,
  address: string,
): Promise<StatementResult> {
  const practice = await tx.row<{ name: string; email: string | null }>(
    sql`SELECT name, email FROM practices WHERE id = ${practiceId} FOR NO KEY UPDATE`,
  );
  const about = { practiceId, currency: period.currency, practice: practice?.name ?? "A practice that is archived" };
  const to = address || practice?.email;
  if (!practice) return { ...about, outcome: "refused", words: "It is archived. Restore it to write to it." };
  if (!to) return { ...about, outcome: "refused", words: "It has no e-mail address." };
  if (!(await accountCurrencies(tx, practiceId)).includes(period.currency))
    return { ...about, outcome: "refused", words: `It has no account in ${period.currency}.` };
  const account = await readAccount(tx, practiceId, period);
  const contents: StatementContents = { ...account, parties: await currentParties(tx, practiceId) };
  const kept = await tx.row<{ id: string }>(sql`
    INSERT INTO statements (practice_id, currency, from_day, as_of, balance, contents, sent_by_id, mailed_to)
    VALUES (${practiceId}, ${period.currency}, ${period.from}, ${period.to}, ${account.closing}, ${JSON.stringify(contents)}::jsonb, ${actor.userId}, ${to})
    ON CONFLICT (lab_id, practice_id, currency, as_of) WHERE sent_by_id IS NULL DO NOTHING RETURNING id`);
  if (!kept) return { ...about, outcome: "refused", words: "It was sent already." };
  await enqueue(tx, "mail_statement", { labId: actor.lab.id, statementId: kept.id });
  await announce(tx, [`account:${practiceId}`, `portal:${practiceId}`], practiceId);
  return { ...about, outcome: "sent", statementId: kept.id, to };
}
