import { FORMATS } from "./formats";
import type { Received } from "./receive";
import { currentStore, type StoreName, storeNamed } from "./store";

/** A received file that a store has taken over, under its key there. */
export type Placed = { received: Received; store: StoreName; key: string };

/**
 * Moves a received file of a lab into the current store and has `write` keep its row; when that fails, whatever the reason, the store
 * lets go of it again.
 */
export async function keep<T>(
  { labId, name, received }: { labId: string; name: string; received: Received },
  write: (placed: Placed & { mediaType: string }) => Promise<T>,
): Promise<T> {
  const { mediaType } = FORMATS[received.format];
  const store = currentStore();
  const key = await storeNamed(store).keep({ path: received.path, labId, name, mediaType });
  try {
    return await write({ received, store, key, mediaType });
  } catch (error) {
    await storeNamed(store).remove(key);
    throw error;
  }
}
