"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { rejectApplication } from "@/lib/network/actions";
import { REJECTIONS } from "@/lib/network/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Textarea } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

/** Turns an application down with words that the applicant gets by letter. */
export function RejectDialog({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`Reject the application of ${name}`}
      description="The applicant gets the reason by letter, and may apply again later."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Reject</Button>}
    >
      <RejectForm id={id} done={() => setOpen(false)} />
    </Dialog>
  );
}

function RejectForm({ id, done }: { id: string; done: () => void }) {
  const router = useRouter();
  const form = useActionForm(rejectApplication, {
    defaultValues: { kind: "", reason: "" },
    toInput: ({ reason }) => ({ id, reason }),
    onSuccess: () => {
      toast.success("Rejected. The letter is on its way.");
      done();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="kind" label="Reason">
        <Select
          placeholder="Choose a reason"
          options={REJECTIONS.map(({ value, label }) => ({ value, label }))}
          {...form.register("kind", {
            onChange: (event: { target: { value: string } }) =>
              form.setValue("reason", REJECTIONS.find(({ value }) => value === event.target.value)?.words ?? ""),
          })}
        />
      </Field>
      <Field name="reason" label="What the applicant reads" required>
        <Textarea rows={4} {...form.register("reason")} />
      </Field>
      <SubmitButton>Reject application</SubmitButton>
    </Form>
  );
}
