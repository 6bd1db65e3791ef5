"use client";

import { CircleCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { acknowledgeRecall } from "@/lib/inventory/recalls/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Textarea } from "../../ui/input";

/** A practice says that it read the notice, with a word to the lab if it likes. */
export function AcknowledgeForm({ noticeId, lab }: { noticeId: string; lab: string }) {
  const router = useRouter();
  const form = useActionForm(acknowledgeRecall, {
    defaultValues: { noticeId, remark: "" },
    onSuccess: () => router.refresh(),
  });
  return (
    <Form form={form}>
      <Field name="remark" label={`A word to ${lab}`} hint="For example which patients you have called in.">
        <Textarea rows={2} maxLength={1000} {...form.register("remark")} />
      </Field>
      <SubmitButton size="lg" icon={<CircleCheck aria-hidden />} className="self-start">
        Acknowledge
      </SubmitButton>
    </Form>
  );
}
