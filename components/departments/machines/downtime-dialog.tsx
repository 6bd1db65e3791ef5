"use client";

import { CalendarPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { planDowntime } from "@/lib/departments/maintenance/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type Props = {
  equipmentId: string;
  plans: readonly { id: string; name: string }[];
  /** When it begins and ends unless changed: a day and time of the lab (`YYYY-MM-DDTHH:MM`). */
  from: string;
  to: string;
  /** Where it leads once planned; it stays where it is when not given. */
  then?: string;
  label?: string;
};

/** Plans a standstill of a machine ahead. */
export function DowntimeDialog(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Plan a downtime"
      description="The capacity of these days is lower from now on, and nothing is started on the machine meanwhile."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<CalendarPlus aria-hidden />}>{props.label ?? "Plan downtime"}</Button>}
    >
      <Fields {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ equipmentId, plans, from, to, then, close }: Props & { close: () => void }) {
  const router = useRouter();
  const form = useActionForm(planDowntime, {
    defaultValues: { planId: "", from, to, note: "" },
    toInput: (values) => ({ ...values, equipmentId }),
    onSuccess: () => {
      toast.success("Downtime planned");
      close();
      if (then) router.push(then);
      else router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="planId" label="For the maintenance">
        <Select
          placeholder="None of the plans"
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.register("planId")}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="from" label="From" required>
          <Input type="datetime-local" {...form.register("from")} />
        </Field>
        <Field name="to" label="To" required>
          <Input type="datetime-local" {...form.register("to")} />
        </Field>
      </div>
      <Field name="note" label="Note">
        <Input maxLength={300} {...form.register("note")} />
      </Field>
      <SubmitButton>Plan downtime</SubmitButton>
    </Form>
  );
}
