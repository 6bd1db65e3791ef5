"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { DateInput, Input, Textarea } from "@/components/ui/input";
import { Section } from "@/components/ui/page-header";
import { RadioGroup, SegmentedControl } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";

const practices = Array.from({ length: 40 }, (_, i) => ({
  value: String(i + 1),
  label: `Practice ${i + 1}`,
  detail: `G${(i % 20) + 1} ${(i % 9) + 1}AA`,
}));

const urgencies = [
  { value: "standard", label: "Standard", hint: "By the days of the template" },
  { value: "urgent", label: "Urgent", hint: "Two days less, with a surcharge" },
  { value: "emergency", label: "Emergency", hint: "Agreed by telephone", disabled: true },
];

/** Every control in its field, with hints and errors. */
export function FieldsShown() {
  const [practice, setPractice] = useState("");
  const [view, setView] = useState("list");
  return (
    <Section title="Fields">
      <Card className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="Patient reference" hint="Not the name" required>
          <Input placeholder="e.g. 4471-B" />
        </Field>
        <Field label="Shade" error="Choose a shade for tooth 24." required>
          <Select placeholder="Choose a shade" options={["A1", "A2", "B1"].map((v) => ({ value: v, label: v }))} />
        </Field>
        <Field label="Practice">
          <Combobox
            options={practices}
            value={practice}
            onValueChange={setPractice}
            clearable
            searchPlaceholder="Name or postcode"
          />
        </Field>
        <Field label="Wanted by" hint="Earliest: 12 March">
          <DateInput min="2026-03-12" />
        </Field>
        <Field label="Price" aside="excluding tax">
          <Input inputMode="decimal" defaultValue="120.00" className="text-right tabular-nums" />
        </Field>
        <Field label="Disabled" disabled>
          <Input defaultValue="C-2026-000123" />
        </Field>
        <Field label="Notes" className="sm:col-span-2 lg:col-span-1">
          <Textarea defaultValue="Match the existing crown on 15." />
        </Field>
        <Field label="Urgency">
          <RadioGroup choices={urgencies} defaultValue="standard" />
        </Field>
        <div>
          <Checkbox label="Send the ticket to the printer" hint="As soon as the pan is assigned" defaultChecked />
          <Checkbox label="Some of the items" indeterminate />
          <Checkbox label="Not offered" disabled />
          <Switch label="Tell the dentist" hint="By e-mail, at each stage" defaultChecked />
          <SegmentedControl
            label="View"
            className="mt-2"
            choices={["list", "board", "days"].map((v) => ({
              value: v,
              label: v.charAt(0).toUpperCase() + v.slice(1),
            }))}
            value={view}
            onValueChange={setView}
          />
        </div>
      </Card>
    </Section>
  );
}
