import { log } from "@/lib/log";
import { type StoreName, storeNamed } from "./store";

/** A row that goes, with the contents it names in their stores. */
export type Going = { id: string; contents: { store: StoreName; key: string }[] };

/**
 * Has the stores let go of the contents of rows that go. One whose store does not is logged as `what` and left for another time.
 * @returns the ids of the rows that may go now.
 */
export async function letGo(rows: readonly Going[], what: string): Promise<string[]> {
  const gone: string[] = [];
  for (const { id, contents } of rows) {
    try {
      for (const { store, key } of contents) await storeNamed(store).remove(key);
      gone.push(id);
    } catch (error) {
      log.warn({ id, error: (error as Error).message }, `the content of ${what} could not be removed`);
    }
  }
  return gone;
}
