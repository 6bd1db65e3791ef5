import { MATERIAL_LABEL, PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import type { ListedPrice } from "../price-lists";

/** Those prices of a list in whose restoration, material or tax every word of `words` occurs; all where there are none. */
export function pricesNamed(prices: readonly ListedPrice[], words: string): ListedPrice[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return prices.filter((price) => {
    const material = price.material ? MATERIAL_LABEL[price.material] : "any";
    const text = `${PROCEDURE_LABEL[price.procedureType]} ${material} ${price.taxName ?? ""}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
