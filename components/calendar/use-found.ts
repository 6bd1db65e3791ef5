import { useRef, useState } from "react";
import type { ActionResult } from "../forms/action-result";

/**
 * Options that a server action finds by words, beginning with `first`. Of several searches under way the last one counts; one that fails
 * leaves the options as they are.
 */
export function useFound<Option>(
  first: readonly Option[],
  find: (words: string) => Promise<ActionResult<readonly Option[]>>,
): { options: readonly Option[]; searching: boolean; search: (words: string) => Promise<void> } {
  const [options, setOptions] = useState(first);
  const [searching, setSearching] = useState(false);
  const latest = useRef(0);
  const search = async (words: string) => {
    latest.current += 1;
    const mine = latest.current;
    setSearching(true);
    const found = await find(words).catch(() => null);
    if (mine !== latest.current) return;
    setSearching(false);
    if (found?.ok) setOptions(found.data);
  };
  return { options, searching, search };
}
