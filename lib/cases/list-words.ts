import { joinSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/**
 * So many patients or cases of one word are looked up by it; of more, the list compares the words as it goes. Fewer of one of several
 * words, since those whom all of them name are looked up together.
 */
const NAMED_MOST = 2000;
const NAMED_MOST_OF_SEVERAL = 200;
const WORDS_MOST = 5;

type Subjects = {
  pattern: string;
  patients: string[];
  patients_cut: boolean;
  practices: string[];
  dentists: string[];
  cases: string[];
  cases_cut: boolean;
};

/** The words of a search that have a letter or a figure, at most five; the rest of it is punctuation. */
export const wordsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, WORDS_MOST);

/**
 * The condition over a case `c` that every word is in its number, patient, practice, dentist or pan. Whoever is named by few rows is
 * looked up by the word's index and found by id; a word of many patients or numbers is compared row by row, which ends soon because
 * there are many. So nothing is cut off, whatever the words, the order and the other filters.
 */
export async function matchesWords(tx: Transaction, text: string): Promise<Sql> {
  const words = wordsOf(text);
  if (words.length === 0) return sql`false`;
  const subjects: Subjects[] = [];
  const most = words.length > 1 ? NAMED_MOST_OF_SEVERAL : NAMED_MOST;
  for (const word of words)
    subjects.push((await tx.row<Subjects>(sql`SELECT * FROM search_subjects(${word}, ${most})`)) as Subjects);
  const all = subjects.map((found, at) => anyOf([...patientWay(found), ...otherWays(found, words[at] as string)]));
  if (words.length < 2 || !subjects.some((found) => found.patients_cut)) return joinSql(all, " AND ");

  // Words of many patients (a given and a family name) may together be those of few: look these up, too. What is left are cases that
  // have one of the words elsewhere.
  const named = await tx.rows<{ id: string }>(sql`SELECT id FROM search_patients(${words}::text[], ${NAMED_MOST + 1})`);
  if (named.length > NAMED_MOST) return joinSql(all, " AND ");
  const elsewhere = subjects.flatMap((found, at) => {
    const ways = otherWays(found, words[at] as string);
    return ways.length > 0 ? [sql`(${joinSql([anyOf(ways), ...all.toSpliced(at, 1)], " AND ")})`] : [];
  });
  return anyOf([
    ...isOneOfFew(
      sql`c.patient_id`,
      named.map(({ id }) => id),
    ),
    ...elsewhere,
  ]);
}

const anyOf = (ways: Sql[]): Sql => (ways.length > 0 ? sql`(${joinSql(ways, " OR ")})` : sql`false`);

/** One alone is asked for by `=`, which lets an index answer in its order. */
const isOneOf = (column: Sql, ids: string[]): Sql[] =>
  ids.length > 1 ? [sql`${column} = ANY (${ids}::uuid[])`] : ids.map((id) => sql`${column} = ${id}::uuid`);

/** As `isOneOf` of ids that are few among very many: hidden in a SELECT, so that the planner does not weigh each of up to thousands. */
const isOneOfFew = (column: Sql, ids: string[]): Sql[] =>
  ids.length > 1 ? [sql`${column} = ANY ((SELECT ${ids}::uuid[])::uuid[])`] : isOneOf(column, ids);

function patientWay({ patients, patients_cut, pattern }: Subjects): Sql[] {
  if (!patients_cut) return isOneOfFew(sql`c.patient_id`, patients);
  return [sql`(SELECT q.found_by LIKE ${pattern} FROM patients q WHERE q.lab_id = c.lab_id AND q.id = c.patient_id)`];
}

function otherWays({ practices, dentists, cases, cases_cut }: Subjects, word: string): Sql[] {
  // Behind coalesce the planner expects every second row to fit; under row-level security it would expect next to none of ILIKE.
  const alike = sql`coalesce(c.number ILIKE ${`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`}, false)`;
  return [
    ...isOneOf(sql`c.practice_id`, practices),
    ...isOneOf(sql`c.dentist_id`, dentists),
    ...(cases_cut ? [alike] : isOneOfFew(sql`c.id`, cases)),
  ];
}
