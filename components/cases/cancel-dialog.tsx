"use client";

import { useEffect, useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Input, Textarea } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { RadioGroup } from "@/components/ui/radio-group";
import { cancelCase, previewCancellation } from "@/lib/billing/cancellation/actions";
import type { CancellationPreview } from "@/lib/billing/cancellation/work-done";
import type { ReasonChoice } from "@/lib/cases/reason";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { SeenCase } from "./hold-dialog";
import { ReasonSelect } from "./reason-select";

type CancelDialogProps = {
  seen: SeenCase;
  number: string;
  reasons: readonly ReasonChoice[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCancelled: () => void;
};

/** Asks why a case is cancelled, which is for good, and what is charged for it. */
export function CancelDialog({ open, onOpenChange, number, ...rest }: CancelDialogProps) {
  return (
    <Dialog
      title={`Cancel ${number}?`}
      description="All its items are cancelled and leave the bench. This cannot be undone. The practice reads the reason and what is charged."
      open={open}
      onOpenChange={onOpenChange}
      size="md"
    >
      <CancelForm {...rest} />
    </Dialog>
  );
}

type Rule = "nothing" | "work_done" | "amount";

function CancelForm({ seen, reasons, onCancelled }: Pick<CancelDialogProps, "seen" | "reasons" | "onCancelled">) {
  const [preview, setPreview] = useState<CancellationPreview | null>(null);
  const [rule, setRule] = useState<Rule>("nothing");
  const { run: reckon, pending } = useAction(previewCancellation, {
    onSuccess: (reckoned) => {
      setPreview(reckoned);
      setRule(reckoned.lines.length > 0 ? "work_done" : "nothing");
    },
  });
  useEffect(() => reckon({ caseId: seen.caseId }), [reckon, seen.caseId]);
  const form = useActionForm(cancelCase, {
    defaultValues: { reasonId: "", note: "", amount: "" },
    toInput: ({ reasonId, note, amount }) => ({
      ...seen,
      reasonId,
      note,
      charge:
        rule === "amount"
          ? { rule, amount }
          : rule === "work_done"
            ? { rule, seenTotal: preview?.total ?? "" }
            : { rule },
    }),
    onSuccess: onCancelled,
  });
  return (
    <Form form={form}>
      <Field name="reasonId" label="Reason" required>
        <ReasonSelect reasons={reasons} {...form.register("reasonId")} />
      </Field>
      <Field name="note" label="Anything to add">
        <Textarea rows={2} maxLength={1000} {...form.register("note")} />
      </Field>
      <Field name="charge" label="What is charged">
        <RadioGroup
          value={rule}
          onValueChange={(value) => setRule(value as Rule)}
          choices={[
            { value: "nothing", label: "Nothing" },
            {
              value: "work_done",
              label: preview ? (
                <>
                  The work done so far: <Money amount={preview.total} currency={preview.currency} />
                </>
              ) : (
                "The work done so far"
              ),
              hint: preview ? workWords(preview) : pending ? "Reckoning…" : undefined,
              disabled: !preview || preview.lines.length === 0,
            },
            { value: "amount", label: "An amount" },
          ]}
        />
      </Field>
      {rule === "work_done" && preview && <WorkDone preview={preview} />}
      {rule === "amount" && (
        <Field name="charge.amount" label={`Amount before tax${preview ? `, ${preview.currency}` : ""}`} required>
          <Input inputMode="decimal" {...form.register("amount")} />
        </Field>
      )}
      {rule !== "nothing" && <p className="text-xs text-muted">Before tax. An invoice is drafted with it.</p>}
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Keep the case</Button>
        </DialogClose>
        <SubmitButton variant="danger">Cancel the case</SubmitButton>
      </div>
    </Form>
  );
}

const workWords = ({ lines }: CancellationPreview) =>
  lines.length === 0 ? "Nothing was begun that the lab's rules charge for." : undefined;

function WorkDone({ preview: { lines, currency } }: { preview: CancellationPreview }) {
  return (
    <ul className="rounded-md border divide-y text-sm">
      {lines.map(({ item, stage, percent, net, unpriced }) => (
        <li key={item} className="flex flex-wrap items-baseline justify-between gap-x-3 px-3 py-1.5">
          <span>
            {item}
            <span className="text-muted">{` · at ${STAGE_LABEL[stage].toLowerCase()}, ${Number(percent)} %`}</span>
          </span>
          {unpriced ? (
            <span className="text-warning-text">No price: to be filled in on the draft</span>
          ) : (
            <Money amount={net} currency={currency} />
          )}
        </li>
      ))}
    </ul>
  );
}
