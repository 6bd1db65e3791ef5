"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { startReviews } from "@/lib/staff/reviews/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type Person = { id: string; name: string };
type Props = {
  people: readonly Person[];
  /** Whom an admin may name; empty for others, who review themselves. */
  reviewers: readonly Person[];
  period: { from: string; to: string; dueOn: string };
};

/** Starts the review of one person, or a cycle for several. */
export function StartDialog(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Start reviews"
      description="Each is a draft that only its reviewer and admins see until it is shared with the person."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden />}>
          Start reviews
        </Button>
      }
    >
      <Fields {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ people, reviewers, period, close }: Props & { close: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(startReviews, {
    defaultValues: { name: "", people: [] as string[], reviewerId: "", ...period },
    toInput: (values) => ({ ...values, idempotencyKey }),
    onSuccess: ({ ids }) => {
      toast.success(ids.length === 1 ? "Review started" : `${ids.length} reviews started`);
      close();
      if (ids.length === 1) router.push(`/people/reviews/${ids[0]}`);
      else router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="people" label="Whose work" required>
        <fieldset aria-label="Whose work" className="max-h-48 overflow-y-auto rounded-md border p-2">
          {people.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} {...form.register("people")} />
          ))}
        </fieldset>
      </Field>
      <Field name="name" label="Name of the cycle" hint="Blank for single reviews.">
        <Input maxLength={80} placeholder="Autumn 2026" {...form.register("name")} />
      </Field>
      {reviewers.length > 0 && (
        <Field name="reviewerId" label="Reviewer">
          <Select
            placeholder="Myself"
            options={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.register("reviewerId")}
          />
        </Field>
      )}
      <div className="grid grid-cols-2 gap-4">
        <Field name="from" label="Period from" required>
          <DateInput {...form.register("from")} />
        </Field>
        <Field name="to" label="to" required>
          <DateInput {...form.register("to")} />
        </Field>
        <Field name="dueOn" label="Due on" required>
          <DateInput {...form.register("dueOn")} />
        </Field>
      </div>
      <SubmitButton>Start</SubmitButton>
    </Form>
  );
}
