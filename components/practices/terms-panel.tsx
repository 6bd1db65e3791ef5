import type { PracticeDetail } from "@/lib/practices/queries";
import { INVOICE_MODE_LABEL } from "@/lib/practices/vocabulary";
import { Panel } from "../ui/card";
import { DescriptionList } from "../ui/description-list";

const days = (n: number) => (n === 1 ? "1 day" : `${n} days`);

/** What a practice has agreed with the lab. */
export function TermsPanel({ practice }: { practice: PracticeDetail }) {
  return (
    <Panel title="Terms">
      <DescriptionList
        items={[
          { term: "Transit", value: days(practice.transitDays) },
          { term: "Payment terms", value: days(practice.paymentTermsDays) },
          { term: "Discount", value: `${Number(practice.discountPercent)} %` },
          { term: "Price list", value: practice.priceList ?? "The lab's usual" },
          { term: "Invoicing", value: INVOICE_MODE_LABEL[practice.invoiceMode] },
          { term: "Tax number", value: practice.taxId },
          {
            term: "Tax",
            value: practice.taxExemptReason
              ? `Exempt: ${[practice.taxExemptReason, practice.taxExemptNumber].filter(Boolean).join(", ")}`
              : "Borne",
          },
        ]}
      />
    </Panel>
  );
}
