"use client";

import { Repeat } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Input, Textarea } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { RESPONSIBLE, RESPONSIBLE_LABEL, type Responsible } from "@/lib/cases/case-vocabulary";
import type { ReasonChoice } from "@/lib/cases/reason";
import { remakeCase } from "@/lib/cases/remakes/actions";
import { ReasonSelect } from "../reason-select";
import { ItemChoice } from "./item-choice";

type MakeRemakeProps = {
  caseId: string;
  number: string;
  /** What was delivered, by name. */
  items: readonly { id: string; name: string }[];
  /** What the practice asked for, to begin with; all items when nobody asked. */
  asked?: readonly string[];
  causes: readonly ReasonChoice[];
  /** The part of the price the practice pays, by who is responsible. */
  percent: Record<Responsible, number>;
  impression: "digital_scan" | "physical";
};

/** Makes delivered items again: which, why, who is responsible and so who pays. */
export function MakeRemake({ number, ...rest }: MakeRemakeProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Repeat aria-hidden />} onClick={() => setOpen(true)}>
        {rest.asked ? "Make it again" : "Make again"}
      </Button>
      <Dialog
        title={`Remake of ${number}`}
        description="A new case with a number of its own and the earliest due date, waiting to be received."
        open={open}
        onOpenChange={setOpen}
        size="md"
      >
        <RemakeForm {...rest} onMade={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function RemakeForm({
  caseId,
  items,
  asked,
  causes,
  percent,
  impression,
  onMade,
}: Omit<MakeRemakeProps, "number"> & { onMade: () => void }) {
  const router = useRouter();
  const key = useRef(crypto.randomUUID());
  const [itemIds, setItemIds] = useState<readonly string[]>(() => asked ?? items.map(({ id }) => id));
  const form = useActionForm(remakeCase, {
    defaultValues: {
      causeId: "",
      responsible: "" as Responsible,
      chargePercent: "",
      urgency: "standard" as "standard" | "rush" | "emergency",
      impression,
      instructions: "",
    },
    toInput: (values) => ({ ...values, caseId, itemIds: [...itemIds], idempotencyKey: key.current }),
    onSuccess: (made) => {
      toast.success(`${made.number} is made`, "It waits to be received.");
      onMade();
      router.push(`/cases/${made.id}`);
    },
  });
  return (
    <Form form={form}>
      <ItemChoice legend="What is made again" items={items} chosen={itemIds} onChange={setItemIds} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="causeId" label="Cause" required>
          <ReasonSelect reasons={causes} placeholder="Choose the cause" {...form.register("causeId")} />
        </Field>
        <Field name="responsible" label="Responsible" required>
          <Select
            placeholder="Who is responsible"
            options={RESPONSIBLE.map((value) => ({ value, label: RESPONSIBLE_LABEL[value] }))}
            {...form.register("responsible", {
              onChange: (event) =>
                form.setValue("chargePercent", String(percent[event.target.value as Responsible] ?? "")),
            })}
          />
        </Field>
        <Field name="chargePercent" label="Charged, % of the price" hint="0 is free of charge." required>
          <Input inputMode="decimal" {...form.register("chargePercent")} />
        </Field>
        <Field name="urgency" label="Urgency">
          <Select
            options={[
              { value: "standard", label: "Standard" },
              { value: "rush", label: "Rush" },
              { value: "emergency", label: "Emergency" },
            ]}
            {...form.register("urgency")}
          />
        </Field>
      </div>
      <Field name="impression" label="Impression">
        <SegmentedControl
          label="Impression"
          choices={[
            { value: "digital_scan", label: "Digital scan" },
            { value: "physical", label: "Physical" },
          ]}
          {...form.register("impression")}
        />
      </Field>
      <Field name="instructions" label="What to do differently" hint="Stands above the original's instructions.">
        <Textarea rows={2} maxLength={2000} {...form.register("instructions")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton disabled={itemIds.length === 0}>Make it again</SubmitButton>
      </div>
    </Form>
  );
}
