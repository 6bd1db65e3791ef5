import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { StatementContents } from "./send-statement";

/** A statement that was sent. Days are the lab's, the balance a decimal string in `currency`. */
export type SentStatement = {
  id: string;
  currency: string;
  from: string;
  to: string;
  balance: string;
  sentAt: Date;
  /** Null for one that the lab sent by itself, and for the practice, which does not see the lab's people. */
  sentBy: string | null;
  mailedTo: string;
  mailedAt: Date | null;
};

/** The latest 20 statements of a practice that the actor may see, the newest first. */
export function sentStatements(tx: Transaction, practiceId: string): Promise<SentStatement[]> {
  return tx.rows<SentStatement>(sql`
    SELECT s.id, s.currency, s.from_day AS "from", s.as_of AS "to", s.balance, s.created_at AS "sentAt", u.name AS "sentBy",
      s.mailed_to AS "mailedTo", s.mailed_at AS "mailedAt"
    FROM statements s LEFT JOIN users u ON u.id = s.sent_by_id
    WHERE s.practice_id = ${practiceId} ORDER BY s.created_at DESC, s.id DESC LIMIT 20`);
}

/** What a sent statement said, and when it was sent. Refuses with `not_found` one that is not the actor's to see. */
export async function readStatement(
  tx: Transaction,
  statementId: string,
): Promise<{ contents: StatementContents; sentAt: Date }> {
  const row = await tx.row<{ contents: StatementContents; sentAt: Date }>(
    sql`SELECT contents, created_at AS "sentAt" FROM statements WHERE id = ${statementId}`,
  );
  if (!row) throw notFound("statement");
  return row;
}
