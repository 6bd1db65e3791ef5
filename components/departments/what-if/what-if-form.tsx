import { FlaskConical } from "lucide-react";
import type { Missing } from "@/lib/departments/capacity/suppose";
import { Field } from "../../forms/field";
import { Button, LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { DateInput } from "../../ui/input";
import { Select } from "../../ui/select";

type Props = {
  choices: readonly Missing[];
  /** As in the address: `m.<machine>` or `p.<profile>`; null when nothing is supposed. */
  what: string | null;
  from: string;
  to: string;
  today: string;
  /** Whose chart stays on the screen. */
  department: string | null;
};

/** Asks what is supposed to be missing, and when; the answer is the same page with it in its address. Nothing is written. */
export function WhatIfForm({ choices, what, from, to, today, department }: Props) {
  const of = (kind: Missing["kind"]) => choices.filter((each) => each.kind === kind);
  return (
    <Panel title="What if something is missing?" aside="Nothing is written">
      <form method="get" action="/departments/capacity" className="flex flex-wrap items-end gap-3">
        {department && <input type="hidden" name="department" value={department} />}
        <Field label="Machine or person" className="min-w-0 flex-1 basis-64" required>
          <Select key={what} name="what" defaultValue={what ?? ""} placeholder="Choose one" required>
            <Group label="A machine is down" of={of("machine")} />
            <Group label="A person is away" of={of("person")} />
          </Select>
        </Field>
        <Field label="First day" className="w-40" required>
          <DateInput key={from} name="from" min={today} defaultValue={from} required />
        </Field>
        <Field label="Last day" className="w-40" required>
          <DateInput key={to} name="to" min={today} defaultValue={to} required />
        </Field>
        <Button type="submit" icon={<FlaskConical aria-hidden />}>
          See what it does
        </Button>
        {what && (
          <LinkButton variant="ghost" href={`/departments/capacity${department ? `?department=${department}` : ""}`}>
            As it is
          </LinkButton>
        )}
      </form>
    </Panel>
  );
}

function Group({ label, of }: { label: string; of: readonly Missing[] }) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map(({ kind, id, name, department }) => (
        <option key={id} value={`${kind === "machine" ? "m" : "p"}.${id}`}>
          {name} ({department})
        </option>
      ))}
    </optgroup>
  );
}
