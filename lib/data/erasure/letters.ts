import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type HeldLetter = { id: string; subject: string; to: string };
type Of = { reference: string; fullName: string | null; practiceId: string };

/** A text as a whole word of another, whatever its case: `P-1` is not in `P-12`, nor in `£1.00` what is called `1`. */
const wholeWord = (text: string): string =>
  `(^|[^[:alnum:]])${text.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[^[:alnum:]])`;

const isSaid = (text: string | null): text is string => text !== null && text.length > 2 && text !== "[erased]";

/**
 * The letters of the acting lab that tell of a patient: those in which a number of their cases stands or their name, if it is of two words or
 * more. A reference and a single name mean the patient in letters to their own practice alone: elsewhere the same may be an amount, a number or
 * another practice's patient, and what is erased cannot be brought back.
 */
export async function lettersOf(
  tx: Transaction,
  { reference, fullName, practiceId }: Of,
  cases: readonly { number: string }[],
): Promise<HeldLetter[]> {
  const isFull = isSaid(fullName) && /\S\s+\S/.test(fullName);
  const anywhere = [...cases.map(({ number }) => number), ...(isFull ? [fullName] : [])].map(wholeWord);
  const own = [reference, isFull ? null : fullName].filter(isSaid).map(wholeWord);
  if (anywhere.length + own.length === 0) return [];
  return tx.rows<HeldLetter>(sql`
    WITH practice AS (
      SELECT lower(p.email) AS address FROM practices p WHERE p.id = ${practiceId}
      UNION SELECT lower(u.email) FROM practice_members m JOIN users u ON u.id = m.user_id WHERE m.practice_id = ${practiceId}
      UNION SELECT lower(d.email) FROM practice_dentists x JOIN dentist_profiles d ON d.id = x.dentist_id WHERE x.practice_id = ${practiceId})
    SELECT t.id, t.subject, t.to_address AS "to" FROM mail_messages t
    WHERE EXISTS (SELECT FROM unnest(${anywhere}::text[]) w WHERE lower(t.subject || ' ' || t.text_body) ~ w)
      OR (lower(t.to_address) IN (SELECT address FROM practice) AND EXISTS (SELECT FROM unnest(${own}::text[]) w WHERE lower(t.subject || ' ' || t.text_body) ~ w))
    ORDER BY t.id`);
}
