"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addTaxRate } from "@/lib/billing/actions";
import type { ListedTaxRate } from "@/lib/billing/price-lists";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Panel } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";

type TaxRatesProps = { rates: ListedTaxRate[]; editable: boolean; today: string };

/** The lab's taxes with the days from which their rates hold. */
export function TaxRatesPanel({ rates, editable, today }: TaxRatesProps) {
  return (
    <Panel title="Tax rates" actions={editable && <AddRate rates={rates} today={today} />}>
      {rates.length === 0 ? (
        <p className="text-sm text-muted">None yet: drafted lines will ask for their tax.</p>
      ) : (
        <ul className="flex flex-col gap-2 text-sm">
          {rates.map((rate) => (
            <li key={rate.id} className="flex items-baseline justify-between gap-3">
              <span>
                {rate.name} {rate.isDefault && <Badge>default</Badge>}
                <span className="block text-xs text-muted">
                  from <DateTime iso={rate.validFrom} format="date" />
                </span>
              </span>
              <span className="tabular-nums">{rate.percent.replace(/\.?0+$/, "")} %</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AddRate({ rates, today }: Pick<TaxRatesProps, "rates" | "today">) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<Plus />}>
          Add rate
        </Button>
      }
      title="Add a tax rate"
      description="Under the name of a tax there is, it replaces that tax's rate from its day on."
    >
      <RateForm rates={rates} today={today} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RateForm({ rates, today, onDone }: Pick<TaxRatesProps, "rates" | "today"> & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(addTaxRate, {
    defaultValues: { name: rates[0]?.name ?? "", percent: "", validFrom: today, isDefault: rates.length === 0 },
    onSuccess: () => {
      onDone();
      toast.success("Tax rate added");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field name="name" label="Tax" required>
          <Input maxLength={40} autoComplete="off" {...form.register("name")} />
        </Field>
        <Field name="percent" label="Percent" required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("percent")} />
        </Field>
        <Field name="validFrom" label="From" required>
          <DateInput {...form.register("validFrom")} />
        </Field>
      </div>
      <Checkbox label="The default for prices that name no tax" {...form.register("isDefault")} />
      <SubmitButton className="self-end">Add rate</SubmitButton>
    </Form>
  );
}
