import { type StoreName, storeNamed } from "./store";

/** Has the stores let go of contents for good; one that does not makes the job be tried again. Removing twice is no error. */
export async function removeContents(contents: readonly { store: StoreName; key: string }[]): Promise<void> {
  for (const { store, key } of contents) await storeNamed(store).remove(key);
}
