"use client";

import { ClipboardCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { recordMaintenance } from "@/lib/departments/maintenance/actions";
import type { Plan } from "@/lib/departments/maintenance/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input, Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { sendMachineFile } from "./send-machine-file";

type Props = { equipmentId: string; plans: readonly Plan[]; today: string; who: string };

/** Writes down what was done to a machine, with its cost, parts and a paper. */
export function RecordDialog(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Record maintenance"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<ClipboardCheck aria-hidden />}>
          Record maintenance
        </Button>
      }
    >
      <Fields {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ equipmentId, plans, today, who, close }: Props & { close: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [paper, setPaper] = useState<File | null>(null);
  const form = useActionForm(recordMaintenance, {
    defaultValues: {
      planId: plans[0]?.id ?? "",
      doneOn: today,
      what: plans[0]?.name ?? "",
      doneBy: who,
      parts: "",
      cost: "",
    },
    toInput: (values) => ({ ...values, equipmentId, idempotencyKey }),
    onSuccess: async ({ id }) => {
      const refused = paper
        ? await sendMachineFile({ machine: equipmentId, kind: "maintenance", entry: id }, paper)
        : null;
      if (refused) toast.error(`The maintenance is recorded, but its file was not kept: ${refused}`);
      else toast.success("Maintenance recorded");
      close();
      router.refresh();
    },
  });
  const plan = form.register("planId", {
    onChange: (event) => form.setValue("what", plans.find(({ id }) => id === event.target.value)?.name ?? ""),
  });
  return (
    <Form form={form}>
      <Field name="planId" label="By plan">
        <Select
          placeholder="Not by a plan"
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          {...plan}
        />
      </Field>
      <Field name="what" label="What was done" required>
        <Textarea rows={2} maxLength={500} {...form.register("what")} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field name="doneOn" label="On" required>
          <DateInput max={today} {...form.register("doneOn")} />
        </Field>
        <Field name="cost" label="Cost">
          <Input inputMode="decimal" maxLength={16} {...form.register("cost")} />
        </Field>
      </div>
      <Field name="doneBy" label="By whom" required>
        <Input maxLength={120} {...form.register("doneBy")} />
      </Field>
      <Field name="parts" label="Parts">
        <Input maxLength={500} {...form.register("parts")} />
      </Field>
      <Field label="Report or invoice" hint="A PDF or a picture">
        <Input
          type="file"
          accept="application/pdf,image/*"
          className="py-1"
          onChange={(event) => setPaper(event.target.files?.[0] ?? null)}
        />
      </Field>
      <SubmitButton>Record</SubmitButton>
    </Form>
  );
}
