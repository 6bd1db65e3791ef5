import type { ListedPrice, ListedPriceList } from "@/lib/billing/price-lists";
import { type DefaultWarning, unpricedTypes } from "@/lib/billing/prices/list-warnings";
import { PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import { Notice } from "../ui/notice";
import { DateTime } from "../ui/time";

/** Days without a default list, and days with two. */
export function DefaultListWarnings({ warnings }: { warnings: readonly DefaultWarning[] }) {
  return warnings.map((warning) =>
    warning.kind === "gap" ? (
      <Notice key={`gap ${warning.from}`} tone="warning" title="No default list">
        From <DateTime iso={warning.from} format="date" />
        {warning.to ? (
          <>
            {" "}
            to <DateTime iso={warning.to} format="date" />
          </>
        ) : (
          " on"
        )}{" "}
        a practice without a list of its own has no prices. Copy a list to those days, or let one go on.
      </Notice>
    ) : (
      <Notice key={`overlap ${warning.from}`} tone="info" title="Two default lists at once">
        From <DateTime iso={warning.from} format="date" /> {warning.first} and {warning.second} both hold;{" "}
        {warning.second} counts, for it began last.
      </Notice>
    ),
  );
}

type ListWarningsProps = { list: ListedPriceList; prices: readonly ListedPrice[]; labCurrency: string };

/** What a list leaves out, and a currency that is not the lab's. */
export function ListWarnings({ list, prices, labCurrency }: ListWarningsProps) {
  const unpriced = unpricedTypes(prices);
  const names = unpriced.map((type) => PROCEDURE_LABEL[type]).join(", ");
  return (
    <>
      {list.currency !== labCurrency && (
        <Notice tone="info">
          This list is in {list.currency}, the lab reckons in {labCurrency}: its invoices are in {list.currency}, and no
          other list fills what it leaves out.
        </Notice>
      )}
      {unpriced.length > 0 && (list.isDefault || list.currency !== labCurrency) && (
        <Notice
          tone="warning"
          title={unpriced.length === 1 ? "1 kind has no price" : `${unpriced.length} kinds have no price`}
        >
          {names}. A drafted line of these asks for its price.
        </Notice>
      )}
      {unpriced.length > 0 && !list.isDefault && list.currency === labCurrency && (
        <p className="text-xs text-muted">Not in this list, so by the default: {names}.</p>
      )}
    </>
  );
}
