"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { keepPlan } from "@/lib/departments/maintenance/actions";
import { type MaintenanceUnit, UNIT_LABEL, UNITS } from "@/lib/departments/maintenance/due";
import type { Plan } from "@/lib/departments/maintenance/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button, IconButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input, Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type Props = { equipmentId: string; plan?: Plan; today: string };

/** Adds a plan of maintenance to a machine, or changes one. */
export function PlanDialog({ equipmentId, plan, today }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={plan ? `Change “${plan.name}”` : "New plan of maintenance"}
      open={open}
      onOpenChange={setOpen}
      trigger={
        plan ? (
          <IconButton size="sm" label={`Change ${plan.name}`} icon={<Pencil />} />
        ) : (
          <Button size="sm" icon={<Plus aria-hidden />}>
            New plan
          </Button>
        )
      }
    >
      <Fields equipmentId={equipmentId} plan={plan} today={today} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ equipmentId, plan, today, close }: Props & { close: () => void }) {
  const router = useRouter();
  const form = useActionForm(keepPlan, {
    defaultValues: {
      name: plan?.name ?? "",
      instructions: plan?.instructions ?? "",
      every: plan?.every.toString() ?? "1",
      unit: plan?.unit ?? ("months" as MaintenanceUnit),
      countsFrom: plan?.countsFrom ?? today,
      warnDays: plan?.warnDays.toString() ?? "7",
    },
    toInput: (values) => ({ ...values, id: plan?.id, equipmentId }),
    onSuccess: () => {
      toast.success("Plan kept");
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="What is done" required>
        <Input maxLength={80} placeholder="Change coolant and filter" {...form.register("name")} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field name="every" label="Every" required>
          <Input inputMode="numeric" maxLength={6} {...form.register("every")} />
        </Field>
        <Field name="unit" label="Counted in" required>
          <Select
            options={UNITS.map((unit) => ({ value: unit, label: UNIT_LABEL[unit][1] }))}
            {...form.register("unit")}
          />
        </Field>
        <Field name="countsFrom" label="Counted from" hint="The day it was last done, or the machine came." required>
          <DateInput {...form.register("countsFrom")} />
        </Field>
        <Field name="warnDays" label="Days of warning" required>
          <Input inputMode="numeric" maxLength={2} {...form.register("warnDays")} />
        </Field>
      </div>
      <Field name="instructions" label="How it is done">
        <Textarea maxLength={2000} {...form.register("instructions")} />
      </Field>
      <p className="text-xs text-muted">
        Hours run and cycles come from the machine's loads and what is finished on it.
      </p>
      <SubmitButton>Keep plan</SubmitButton>
    </Form>
  );
}
