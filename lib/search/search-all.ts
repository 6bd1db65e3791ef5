import { type Actor, may } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { findCases } from "./find-cases";
import { findDentists, findInvoices, findLots, findPeople, findPractices } from "./find-names";
import { findMessages, findNotes, findPatients } from "./find-words";
import { type FoundGroup, SEARCH_GROUP_NAMES, SEARCH_GROUPS, type SearchGroupName } from "./groups";
import { saysEnough, searchedWords } from "./search-words";

/** The groups that an actor may search in. */
export const groupsOf = (actor: Actor): SearchGroupName[] =>
  SEARCH_GROUP_NAMES.filter((name) => {
    const needed = actor.audience === "driver" ? null : SEARCH_GROUPS[name][actor.audience];
    return needed !== null && may(actor, needed);
  });

/**
 * What the actor may see of everything that fits the words, by group, groups without a match left out. `size` hits of each are shown;
 * with `counting` matches are counted: cases up to 1,000, the others up to 100. Words without a letter or figure find nothing.
 */
export async function searchAll(
  looking: { actor: Actor; tx: Transaction },
  text: string,
  size: number,
  counting = false,
): Promise<FoundGroup[]> {
  const words = searchedWords(text);
  if (words.length === 0) return [];
  const most = counting ? 100 : size;
  const find: Record<SearchGroupName, () => Promise<FoundGroup> | null> = {
    cases: () => findCases(looking, text, size, counting),
    patients: () => findPatients(looking, text, words, most),
    notes: () => (saysEnough(words) ? findNotes(looking, text, words, most) : null),
    messages: () => (saysEnough(words) ? findMessages(looking, text, words, most) : null),
    practices: () => findPractices(looking, words, most),
    dentists: () => findDentists(looking, words, most),
    invoices: () => (/\d/.test(text) ? findInvoices(looking, text, most) : null),
    lots: () => findLots(looking, text, most),
    people: () => findPeople(looking, words, most),
  };
  const groups: FoundGroup[] = [];
  for (const name of groupsOf(looking.actor)) {
    const found = await find[name]();
    if (found && found.hits.length > 0) groups.push({ ...found, hits: found.hits.slice(0, size) });
  }
  return groups;
}
