"use client";

import { FileMinus2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { fromHundredths, toHundredths } from "@/lib/billing/hundredths";
import { issueCreditNote } from "@/lib/billing/ledger/actions";
import { creditTax, restOf } from "@/lib/billing/ledger/credit-tax";
import type { CreditLine } from "@/lib/billing/ledger/issue-credit-note";
import { sumOf } from "@/lib/billing/line-amounts";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Money } from "../ui/money";
import { toast } from "../ui/toast";
import { typedAmount } from "./payment-split";

type CreditNoteProps = {
  invoice: { id: string; number: string | null; currency: string; balance: string };
  /** Those of which something is left to give back. */
  lines: CreditLine[];
  /** Where its letter goes unless another address is written. */
  address: string | null;
  idempotencyKey: string;
};

/** Gives back lines of a sent invoice, whole or in part. */
export function CreditNoteDialog(props: CreditNoteProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="lg"
      trigger={<Button icon={<FileMinus2 />}>Credit note</Button>}
      title={`Credit note for ${props.invoice.number}`}
      description="The invoice stays as it was sent. What is given back settles it first; the rest is the practice's credit."
    >
      <CreditNoteForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CreditNoteForm({ invoice, lines, address, idempotencyKey, onDone }: CreditNoteProps & { onDone: () => void }) {
  const router = useRouter();
  const [key] = useState(idempotencyKey);
  const form = useActionForm(issueCreditNote, {
    defaultValues: {
      reason: "",
      to: address ?? "",
      lines: lines.map(({ id }) => ({ lineId: id, net: "", invoiceAgain: false })),
    },
    toInput: (values) => ({ ...values, invoiceId: invoice.id, idempotencyKey: key }),
    onSuccess: ({ number }) => {
      onDone();
      toast.success(`${number} issued`, "The letter is on its way.");
      router.refresh();
    },
  });
  const written = useWatch({ control: form.control, name: "lines" });
  const giveAll = () => {
    for (const [i, line] of lines.entries()) form.setValue(`lines.${i}.net`, restOf(line));
  };
  return (
    <Form form={form}>
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">What is given back, before tax</h3>
        <Button size="sm" onClick={giveAll}>
          Everything
        </Button>
      </div>
      <ul className="divide-y rounded-lg border bg-surface">
        {lines.map((line, i) => (
          <li key={line.id} className="grid gap-x-4 gap-y-1 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_9rem]">
            <span className="min-w-0 text-sm">
              {line.description}
              <span className="block text-xs text-muted">
                {line.caseNumber && `${line.caseNumber} · `}
                <Money amount={restOf(line)} currency={invoice.currency} /> left, tax {Number(line.taxPercent)} %
              </span>
            </span>
            <Field name={`lines.${i}.net`} label={`Given back of ${line.description}`} hideLabel>
              <Input
                inputMode="decimal"
                autoComplete="off"
                placeholder="0.00"
                className="text-right tabular-nums"
                {...form.register(`lines.${i}.net`)}
              />
            </Field>
            <Field
              name={`lines.${i}.invoiceAgain`}
              label={`Invoice ${line.description} again`}
              hideLabel
              className="sm:col-span-2"
              disabled={line.isVoid || typedAmount(written[i]?.net ?? "") !== toHundredths(restOf(line))}
            >
              <Checkbox label="May be invoiced again" {...form.register(`lines.${i}.invoiceAgain`)} />
            </Field>
          </li>
        ))}
      </ul>
      <Given lines={lines} nets={written.map(({ net }) => net)} invoice={invoice} />
      <Field name="reason" label="Reason" hint="Printed on the credit note" required>
        <Input maxLength={300} autoComplete="off" {...form.register("reason")} />
      </Field>
      <Field name="to" label="E-mail address" hint="The credit note goes there as a PDF" required>
        <Input type="email" autoComplete="off" {...form.register("to")} />
      </Field>
      <SubmitButton className="self-end">Issue credit note</SubmitButton>
    </Form>
  );
}

type GivenProps = { lines: readonly CreditLine[]; nets: readonly string[]; invoice: CreditNoteProps["invoice"] };

/** What the note will come to, and what of it becomes credit. */
function Given({ lines, nets, invoice }: GivenProps) {
  const typed = nets.map(typedAmount);
  const readable = lines.every((line, i) => {
    const net = typed[i];
    return net !== null && net !== undefined && net <= toHundredths(restOf(line));
  });
  if (!readable)
    return <p className="text-right text-sm text-danger-text">More than is left of a line, or no amount.</p>;
  const net = sumOf(typed.map((value) => fromHundredths(value ?? 0n)));
  const tax = sumOf(lines.map((line, i) => creditTax(line, fromHundredths(typed[i] ?? 0n))));
  const total = toHundredths(sumOf([net, tax]));
  const over = total - toHundredths(invoice.balance);
  const rows: [string, string][] = [
    ["Net", net],
    ["Tax", tax],
    ["Credit note", fromHundredths(total)],
    ["Left as credit", fromHundredths(over > 0n ? over : 0n)],
  ];
  return (
    <dl aria-live="polite" className="flex flex-wrap justify-end gap-x-6 gap-y-1 text-sm">
      {rows.map(([term, amount]) => (
        <div key={term} className="flex gap-2 last:font-semibold">
          <dt className="text-muted">{term}</dt>
          <dd>
            <Money amount={amount} currency={invoice.currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
