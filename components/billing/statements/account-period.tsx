import { FileDown } from "lucide-react";
import type { Period } from "@/lib/billing/statements/account";
import { Field } from "../../forms/field";
import { Button, LinkButton } from "../../ui/button";
import { DateInput } from "../../ui/input";
import { Select } from "../../ui/select";

type AccountPeriodProps = { period: Period; currencies: readonly string[]; today: string; pdfHref: string };

/** The period of the account shown, and its paper. A plain form: the period is the address. */
export function AccountPeriod({ period, currencies, today, pdfHref }: AccountPeriodProps) {
  return (
    <form method="get" aria-label="Period" className="mb-4 flex flex-wrap items-end gap-3" data-print="hide">
      <Field label="From">
        <DateInput name="from" defaultValue={period.from} max={today} />
      </Field>
      <Field label="To">
        <DateInput name="to" defaultValue={period.to} max={today} />
      </Field>
      {currencies.length > 1 && (
        <Field label="Currency">
          <Select
            name="currency"
            defaultValue={period.currency}
            options={currencies.map((value) => ({ value, label: value }))}
          />
        </Field>
      )}
      <Button type="submit">Show</Button>
      <LinkButton href={pdfHref} icon={<FileDown />} prefetch={false} target="_blank">
        PDF
      </LinkButton>
    </form>
  );
}
