import { z } from "zod";
import { wordsParam } from "@/lib/access/address-params";
import { wordsOf } from "@/lib/cases/list-words";

const SEARCH_LONGEST = 120;

/** What someone looks for, out of an address; what is too long or unreadable is cut or left out. */
export const searchText = z
  .string()
  .catch("")
  .transform((text) =>
    text
      .replaceAll(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, SEARCH_LONGEST)
      .trim(),
  )
  .pipe(wordsParam(SEARCH_LONGEST).catch(""));

/** The words of it; none when it is only punctuation. */
export const searchedWords = (text: string): string[] => wordsOf(text);

/** Notes and messages are many and long: one letter alone says too little about them. */
export const saysEnough = (words: readonly string[]): boolean =>
  words.some((word) => (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2);
