import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { instantParam } from "@/lib/access/address-params";
import type { Transaction } from "@/lib/db/transaction";
import { findMessages, findNotes, findPatients, type WordsKey } from "./find-words";
import type { FoundGroup } from "./groups";
import { groupsOf, searchAll } from "./search-all";
import { saysEnough, searchedWords, searchText } from "./search-words";

const SIZE = 8;
const PAGE = 50;

/** The groups that the search page shows alone and by pages; the others are few, and cases have their list. */
const PAGED = ["patients", "notes", "messages"] as const;
type Paged = (typeof PAGED)[number];

const key = z
  .string()
  .max(80)
  .transform((text) => text.split("~"))
  .pipe(z.tuple([z.union([z.literal(""), instantParam]), z.uuid()]))
  .transform(([at, id]) => ({ at, id }))
  .optional()
  .catch(undefined);

/** What the address of the search page says; anything unreadable counts as not said. */
export const searchPageParams = z.object({
  q: searchText.catch(""),
  in: z.enum(PAGED).optional().catch(undefined),
  after: key,
});
export type SearchPageParams = z.output<typeof searchPageParams>;

export type SearchPage = {
  text: string;
  words: string[];
  groups: FoundGroup[];
  /** The group shown alone, and the key of its next page. */
  alone: Paged | null;
  next: string | null;
};

/** Everything that fits, a few of each group and counted, or a page of 50 of one group. */
export async function searchPage(
  looking: { actor: Actor; tx: Transaction },
  params: SearchPageParams,
): Promise<SearchPage> {
  const text = params.q;
  const words = searchedWords(text);
  const alone = params.in && groupsOf(looking.actor).includes(params.in) ? params.in : null;
  if (!alone) {
    return { text, words, groups: await searchAll(looking, text, SIZE, true), alone: null, next: null };
  }
  if (words.length === 0 || (alone !== "patients" && !saysEnough(words)))
    return { text, words, groups: [], alone, next: null };
  const from: WordsKey = params.after?.at ? params.after : null;
  const found =
    alone === "notes"
      ? await findNotes(looking, text, words, PAGE, from)
      : alone === "messages"
        ? await findMessages(looking, text, words, PAGE, from)
        : await findPatients(looking, text, words, PAGE, params.after?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff");
  const last = found.hits.at(-1);
  return {
    text,
    words,
    groups: found.hits.length > 0 ? [found] : [],
    alone,
    next: found.beyond && last ? `${last.at ?? ""}~${last.id}` : null,
  };
}
