"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { countByHand } from "@/lib/inventory/counts/actions";
import type { CountLine } from "@/lib/inventory/counts/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import { RadioGroup } from "../../ui/radio-group";
import { toast } from "../../ui/toast";

const WAYS = [
  { value: "instead", label: "Instead of what was counted" },
  { value: "more", label: "In addition, another place of it" },
];

/** Counts a lot by hand. */
export function CountLineDialog({ countId, line }: { countId: string; line: CountLine }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button aria-label={`Count ${line.item}, lot ${line.lotNumber}, by hand`}>
          {line.counted === null ? "Count" : "Change"}
        </Button>
      }
      title={line.item}
      description={`Lot ${line.lotNumber}${line.location ? `, at ${line.location}` : ""}.${line.counted === null ? "" : ` ${line.counted} ${line.unit} counted so far.`}`}
    >
      <CountLineForm countId={countId} line={line} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function CountLineForm({ countId, line, onDone }: { countId: string; line: CountLine; onDone: () => void }) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const form = useActionForm(countByHand, {
    defaultValues: { quantity: "", way: "instead" },
    toInput: ({ quantity, way }: { quantity: string; way: string }) => ({
      ...{ countId, lineId: line.id, quantity, idempotencyKey: key },
      instead: line.counted !== null && way === "instead",
    }),
    onSuccess: ({ counted, unit }) => {
      onDone();
      toast.success(`${counted} ${unit} counted`);
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="quantity" label={`Counted, ${line.unit}`} hint="0 when nothing of it is there" required>
        <Input inputMode="decimal" autoComplete="off" className="h-control-lg text-lg" {...form.register("quantity")} />
      </Field>
      {line.counted !== null && (
        <Field name="way" label="This counts">
          <RadioGroup choices={WAYS} {...form.register("way")} />
        </Field>
      )}
      <SubmitButton className="self-end">Save</SubmitButton>
    </Form>
  );
}
