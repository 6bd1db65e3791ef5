import type { Context } from "@/lib/access/action";
import { moveStock } from "./move-stock";
import type { TakeOutInput } from "./schema";

/**
 * Takes stock out by hand: used without a case, damaged or written off. Refuses `not_enough` when the lot, or that place of it, holds less, and what is
 * expired or recalled for use (it may still be written off).
 */
export function takeOut(
  context: Context,
  { itemId, lotId, type, quantity, reason, departmentId, locationId }: TakeOutInput,
) {
  return moveStock(context, {
    itemId,
    lotId,
    type,
    quantity: `-${quantity}`,
    reason: reason || undefined,
    departmentId: departmentId ?? undefined,
    locationId: locationId ?? undefined,
  });
}
