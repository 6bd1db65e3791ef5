import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { LetterName } from "../templates/catalogue";
import type { LetterWords } from "../templates/kind";
import { languageOf, OWN_LANGUAGE } from "../templates/words-of";

/** Which letters the lab has words of its own for, and in which languages. */
export type ChangedLetter = { kind: string; language: string; changedAt: Date };

/** The letters of the acting lab that say something of its own now. */
export const changedLetters = (tx: Transaction): Promise<ChangedLetter[]> =>
  tx.rows<ChangedLetter>(sql`
    SELECT kind, language, created_at AS "changedAt" FROM (
      SELECT DISTINCT ON (kind, language) kind, language, words, created_at FROM mail_texts ORDER BY kind, language, revision DESC) newest
    WHERE words IS NOT NULL ORDER BY kind, language`);

export type TextRevision = { revision: number; words: LetterWords | null; writtenBy: string | null; writtenAt: Date };

/** The revisions of a letter in a language, the newest first; at most 50. */
export const textRevisions = (tx: Transaction, kind: LetterName, language: string): Promise<TextRevision[]> =>
  tx.rows<TextRevision>(sql`
    SELECT t.revision, t.words, u.name AS "writtenBy", t.created_at AS "writtenAt"
    FROM mail_texts t LEFT JOIN users u ON u.id = t.written_by_id
    WHERE t.kind = ${kind} AND t.language = ${language} ORDER BY t.revision DESC LIMIT 50`);

/** The languages a lab may write in: its own, Casepan's, those of its people, and those it has written in; its own first. */
export async function lettersLanguages(tx: Transaction, locale: string): Promise<string[]> {
  const rows = await tx.rows<{ language: string }>(sql`
    SELECT DISTINCT language FROM mail_texts
    UNION SELECT DISTINCT lower(split_part(u.locale, '-', 1)) FROM users u WHERE u.locale IS NOT NULL`);
  const found = rows.map(({ language }) => language).filter((language) => /^[a-z]{2,3}$/.test(language));
  return [...new Set([languageOf(locale), OWN_LANGUAGE, ...found.sort()])];
}
