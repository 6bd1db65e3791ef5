import { MATERIAL_LABEL, PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import { fromHundredths, toHundredths } from "../hundredths";
import { lineAmounts } from "../line-amounts";
import type { PricedItem, PricedLine } from "../pricing";
import { INVOICE_EXCEPTION_LABEL, PRICE_UNIT_LABEL } from "../vocabulary";

export type Step = { words: string; amount: string | null };

const figure = (decimal: string) => decimal.replace(/\.?0+$/, "") || "0";

/**
 * How a line came to its amount, step by step in the order in which it is reckoned: list and price, rush, quantity, discount, tax.
 * `listNames` names the lists by id. Amounts are decimal strings in the list's currency, null where a step has none.
 */
export function explainLine(line: PricedLine, item: PricedItem, listNames: ReadonlyMap<string, string>): Step[] {
  const { found } = line;
  const made = PROCEDURE_LABEL[item.procedureType];
  if (!found) return [{ words: INVOICE_EXCEPTION_LABEL[line.exception ?? "no_price"], amount: null }];
  const { price } = found;
  const material = price.material ? MATERIAL_LABEL[price.material] : "any material";
  const steps: Step[] = [
    {
      words: `${listNames.get(found.listId) ?? "Price list"}: ${made}, ${material}, ${PRICE_UNIT_LABEL[price.per]}`,
      amount: price.price,
    },
  ];
  if (line.includedInCase) steps.push({ words: "Charged once per case, with the item before", amount: "0.00" });
  if (line.rushPercent) steps.push({ words: `Rush +${figure(line.rushPercent)} %`, amount: line.unitPrice });
  const { net, tax } = lineAmounts(line);
  const full = lineAmounts({ ...line, discountPercent: "0.00" }).net;
  if (figure(line.quantity) !== "1") {
    steps.push({ words: `× ${figure(line.quantity)} ${price.per}${price.per === "arch" ? "es" : "s"}`, amount: full });
  }
  if (toHundredths(line.discountPercent) > 0n) {
    steps.push({ words: `Discount ${figure(line.discountPercent)} %`, amount: net });
  }
  steps.push(taxStep(line, tax));
  return [...steps, { words: "With tax", amount: fromHundredths(toHundredths(net) + toHundredths(tax)) }];
}

function taxStep(line: PricedLine, tax: string): Step {
  if (line.exception === "no_tax_rate") return { words: INVOICE_EXCEPTION_LABEL.no_tax_rate, amount: null };
  if (line.exemptNote) return { words: `Exempt: ${line.exemptNote}`, amount: tax };
  return { words: `${line.taxName ?? "Tax"} ${figure(line.taxPercent)} %`, amount: tax };
}
