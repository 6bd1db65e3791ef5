import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LetterName, letterKind } from "./catalogue";
import type { LetterWords } from "./kind";

/** The language of Casepan's own words. */
export const OWN_LANGUAGE = "en";
/** The language of a locale (BCP 47): "de" of "de-AT". */
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] || OWN_LANGUAGE;

/**
 * The words that hold for a letter: the lab's in the reader's language, else in the lab's, else Casepan's. Works for the lab's people,
 * for sign-in and for the owner's jobs, as each may read of the reader's account.
 */
export async function wordsOf(
  tx: Transaction,
  name: LetterName,
  { labId, to }: { labId: string | null; to: string },
): Promise<{ words: LetterWords; language: string }> {
  const own = { words: letterKind(name).words, language: OWN_LANGUAGE };
  if (!labId) return own;
  const written = await tx.rows<{
    language: string;
    words: LetterWords;
    labLocale: string;
    readerLocale: string | null;
  }>(sql`
    SELECT t.language, t.words, l.locale AS "labLocale", (SELECT u.locale FROM users u WHERE u.email = ${to} LIMIT 1) AS "readerLocale"
    FROM mail_texts t JOIN labs l ON l.id = t.lab_id
    WHERE t.lab_id = ${labId} AND t.kind = ${name} AND t.words IS NOT NULL
      AND t.revision = (SELECT max(o.revision) FROM mail_texts o WHERE o.lab_id = t.lab_id AND o.kind = t.kind AND o.language = t.language)`);
  const [first] = written;
  if (!first) return own;
  const wanted = [languageOf(first.readerLocale ?? first.labLocale), languageOf(first.labLocale)];
  const found = wanted.flatMap((language) => written.filter((text) => text.language === language))[0];
  return found ? { words: found.words, language: found.language } : own;
}
