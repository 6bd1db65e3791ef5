import Link from "next/link";
import type { InvoiceDetail } from "@/lib/billing/invoice-detail";
import { Panel } from "../ui/card";
import { type Description, DescriptionList } from "../ui/description-list";
import { DateTime } from "../ui/time";
import { monthName } from "./month-name";

type FactsPanelProps = { invoice: InvoiceDetail; locale: string; audience: "lab" | "practice"; practicePath?: string };

/** To whom, when, on which terms, and where the letter went. */
export function FactsPanel({ invoice, locale, audience, practicePath }: FactsPanelProps) {
  const { parties } = invoice;
  const day = (iso: string | null) => iso && <DateTime iso={iso} format="date" />;
  const practice = practicePath ? (
    <Link href={practicePath} className="text-accent-text hover:underline">
      {parties.practice.name}
    </Link>
  ) : (
    parties.practice.name
  );
  const items: (Description | null)[] = [
    audience === "lab" ? { term: "Practice", value: practice } : { term: "From", value: parties.lab.name },
    invoice.periodMonth ? { term: "For", value: `Work delivered in ${monthName(invoice.periodMonth, locale)}` } : null,
    { term: "Issued", value: day(invoice.issuedOn) },
    { term: "Due", value: day(invoice.dueOn) },
    { term: "Terms", value: parties.paymentTermsDays === 0 ? "Due at once" : `${parties.paymentTermsDays} days` },
    invoice.number
      ? { term: "Payment reference", value: <span className="tabular-nums">{invoice.number}</span> }
      : null,
    audience === "practice" && parties.lab.bankAccount
      ? { term: "Pay to", value: [parties.lab.bankName, parties.lab.bankAccount].filter(Boolean).join(" · ") }
      : null,
    audience === "lab" && invoice.mailedTo
      ? { term: "Mailed to", value: <Mailed invoice={invoice} />, wide: true }
      : null,
  ];
  return (
    <Panel title="Particulars">
      <DescriptionList items={items.filter((item): item is Description => item !== null)} />
    </Panel>
  );
}

function Mailed({ invoice }: { invoice: InvoiceDetail }) {
  return (
    <>
      {invoice.mailedTo}{" "}
      <span className="text-muted">
        {invoice.mailedAt ? <DateTime iso={invoice.mailedAt.toISOString()} /> : "being prepared"}
        {invoice.sentBy && `, sent by ${invoice.sentBy}`}
      </span>
    </>
  );
}
