"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { decideLeave } from "@/lib/staff/leave/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Textarea } from "../../ui/input";
import { toast } from "../../ui/toast";

/** Approves a leave request, or rejects it with words. */
export function DecisionForm({ id, version }: { id: string; version: number }) {
  const router = useRouter();
  const approve = useRef(true);
  const form = useActionForm(decideLeave, {
    defaultValues: { answer: "" },
    toInput: ({ answer }) => ({ id, version, approve: approve.current, answer }),
    onSuccess: () => {
      toast.success(approve.current ? "Leave approved" : "Leave rejected");
      router.refresh();
    },
  });
  return (
    <Form form={form} aria-label="Answer">
      <Field name="answer" label="Words to the person" hint="Needed to reject">
        <Textarea rows={2} maxLength={500} {...form.register("answer")} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton
          onClick={() => {
            approve.current = true;
          }}
        >
          Approve
        </SubmitButton>
        <SubmitButton
          variant="danger"
          onClick={() => {
            approve.current = false;
          }}
        >
          Reject
        </SubmitButton>
      </div>
    </Form>
  );
}
