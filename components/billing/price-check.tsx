"use client";

import { Calculator, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { checkPrice } from "@/lib/billing/prices/actions";
import type { PriceCheck } from "@/lib/billing/prices/check-price";
import { type Material, type ProcedureType, URGENCIES, URGENCY_LABEL, type Urgency } from "@/lib/cases/vocabulary";
import { Field } from "../forms/field";
import { refusalText, useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DateInput } from "../ui/input";
import { Notice } from "../ui/notice";
import { SegmentedControl } from "../ui/radio-group";
import { PriceCheckItem, type SampleItem } from "./price-check-item";
import { PriceCheckResult } from "./price-check-result";
import { PayerChoice } from "./price-payer-choice";

const crown = (): SampleItem => ({
  key: crypto.randomUUID(),
  procedureType: "crowns",
  material: "",
  units: "1",
  arches: "1",
});

/** Reckons what a sample case costs a practice on a day, with the steps. */
export function PriceCheckButton({ today }: { today: string }) {
  return (
    <Dialog
      trigger={<Button icon={<Calculator />}>Price check</Button>}
      size="xl"
      title="Price check"
      description="What a case delivered on a day costs a practice, by the rules that invoices are drafted by. Nothing is saved."
    >
      <CheckForm today={today} />
    </Dialog>
  );
}

function CheckForm({ today }: { today: string }) {
  const [payer, setPayer] = useState("");
  const [day, setDay] = useState(today);
  const [urgency, setUrgency] = useState<Urgency>("standard");
  const [items, setItems] = useState<SampleItem[]>(() => [crown()]);
  const [result, setResult] = useState<PriceCheck | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { run, pending } = useAction(checkPrice, {
    onSuccess: (found) => {
      setFault(null);
      setResult(found);
    },
    onRefused: (refusal) => {
      setResult(null);
      setFault(refusalText(refusal));
    },
  });
  const check = () => {
    const [practiceId = "", dentistId] = payer.split(" ");
    const asked = items.map(({ procedureType, material, units, arches }) => ({
      procedureType: procedureType as ProcedureType,
      material: material as Material | "",
      units: Number(units) || 0,
      arches: arches === "2" ? (2 as const) : (1 as const),
    }));
    run({ practiceId, dentistId: dentistId || null, day, urgency, items: asked });
  };
  /** A result stands only for what was asked. */
  const asking =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setResult(null);
      setFault(null);
      set(value);
    };
  const ask = asking(setItems);
  const set = (key: string, change: Partial<SampleItem>) =>
    ask(items.map((item) => (item.key === key ? { ...item, ...change } : item)));
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Who pays" required>
          <PayerChoice value={payer} onValueChange={asking(setPayer)} />
        </Field>
        <Field label="Delivered on" required>
          <DateInput value={day} onChange={(event) => asking(setDay)(event.target.value)} required />
        </Field>
      </div>
      <Field label="Urgency">
        <SegmentedControl
          name="check-urgency"
          value={urgency}
          onValueChange={(value) => asking(setUrgency)(value as Urgency)}
          choices={URGENCIES.map((value) => ({ value, label: URGENCY_LABEL[value] }))}
        />
      </Field>
      <ul className="flex flex-col gap-2">
        {items.map((item, i) => (
          <PriceCheckItem
            key={item.key}
            item={item}
            position={i + 1}
            onChange={(change) => set(item.key, change)}
            remove={
              items.length > 1 ? (
                <Button
                  variant="ghost"
                  size="sm"
                  icon={<Trash2 />}
                  onClick={() => ask(items.filter(({ key }) => key !== item.key))}
                >
                  Remove
                </Button>
              ) : null
            }
          />
        ))}
      </ul>
      <div className="flex flex-wrap justify-between gap-2">
        <Button icon={<Plus />} disabled={items.length >= 20} onClick={() => ask([...items, crown()])}>
          Another item
        </Button>
        <Button type="submit" variant="primary" loading={pending} disabled={!payer || !day}>
          Reckon
        </Button>
      </div>
      {fault && <Notice tone="danger">{fault}</Notice>}
      {result && <PriceCheckResult result={result} />}
    </form>
  );
}
