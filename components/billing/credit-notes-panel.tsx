import { FileDown } from "lucide-react";
import type { ReactNode } from "react";
import type { ListedCreditNote } from "@/lib/billing/ledger/credit-notes";
import { LinkButton } from "../ui/button";
import { Panel } from "../ui/card";
import { Money } from "../ui/money";
import { DateTime } from "../ui/time";

type CreditNotesProps = {
  notes: ListedCreditNote[];
  currency: string;
  /** What can be done with the credit left of a note. */
  actionsOf?: (note: ListedCreditNote) => ReactNode;
};

/** The credit notes of an invoice with what became of each; nothing when there is none. */
export function CreditNotesPanel({ notes, currency, actionsOf }: CreditNotesProps) {
  if (notes.length === 0) return null;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  return (
    <Panel title="Credit notes" aside={notes.length}>
      <ul className="flex flex-col gap-4 text-sm">
        {notes.map((note) => {
          const uses: [string, string][] = [
            ["settles this invoice", note.settlesOwn],
            ["settles other invoices", note.settlesOthers],
            ["refunded", note.refunded],
            ["left as credit", note.credit],
          ];
          return (
            <li key={note.id} className="flex flex-col gap-1">
              <span className="flex justify-between gap-4">
                <span className="font-medium tabular-nums">{note.number}</span>
                <span className="font-medium">{money(note.total)}</span>
              </span>
              <span className="break-words">{note.reason}</span>
              <span className="text-xs text-muted">
                <DateTime iso={note.issuedOn} format="date" />
                {note.issuedBy && `, issued by ${note.issuedBy}`}
              </span>
              <ul className="text-xs">
                {uses.map(([words, amount]) =>
                  amount === "0.00" ? null : (
                    <li key={words}>
                      {money(amount)} {words}
                    </li>
                  ),
                )}
              </ul>
              <span className="flex flex-wrap gap-2 pt-1">
                <LinkButton
                  href={`/api/credit-notes/${note.id}/pdf`}
                  size="sm"
                  icon={<FileDown />}
                  target="_blank"
                  prefetch={false}
                  aria-label={`PDF of ${note.number}`}
                >
                  PDF
                </LinkButton>
                {note.credit !== "0.00" && actionsOf?.(note)}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
