import { Download } from "lucide-react";
import { Field } from "../../forms/field";
import { buttonClass } from "../../ui/button";
import { Input } from "../../ui/input";

/** Chooses the days of the journal; both count. */
export function PeriodForm({ from, to, file }: { from: string; to: string; file: string | null }) {
  return (
    <form className="mb-4 flex flex-wrap items-end gap-3" action="/invoices/journal">
      <Field label="From">
        <Input type="date" name="from" defaultValue={from} required />
      </Field>
      <Field label="To">
        <Input type="date" name="to" defaultValue={to} required />
      </Field>
      <button type="submit" className={buttonClass()}>
        Show
      </button>
      {file && (
        <a href={file} download className={buttonClass({ variant: "primary" })}>
          <Download aria-hidden />
          Download CSV
        </a>
      )}
    </form>
  );
}
