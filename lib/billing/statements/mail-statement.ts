import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { announce } from "@/lib/outbox/outbox";
import { renderStatement } from "./pdf/render-statement";
import { readStatement } from "./sent-statements";
import { statementLetter } from "./statement-letter";

/** Queues the letter of a kept statement with its PDF, once. */
export async function mailStatement({ actor, tx }: Context, { statementId }: { statementId: string }): Promise<void> {
  const waiting = await tx.row<{ to: string; practiceId: string }>(sql`
    SELECT mailed_to AS "to", practice_id AS "practiceId" FROM statements WHERE id = ${statementId} AND mailed_at IS NULL FOR UPDATE`);
  if (!waiting) return;
  const { contents, sentAt } = await readStatement(tx, statementId);
  const { name, pdf } = await renderStatement(contents, actor.lab.locale, sentAt);
  await queueMail(tx, {
    to: waiting.to,
    ...(await statementLetter(tx, contents, actor.lab, waiting.to)),
    attachments: [{ name, mediaType: "application/pdf", base64: pdf.toString("base64") }],
  });
  await tx.execute(sql`UPDATE statements SET mailed_at = now() WHERE id = ${statementId}`);
  await announce(tx, [`account:${waiting.practiceId}`, "statements"]);
}
