"use client";

import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { answerDesign, keepAnswer } from "@/lib/cases/approvals/actions";

type AnswerFormProps = {
  approvalId: string;
  version: number;
  /** The lab keeps what a dentist said by telephone. */
  byLab?: boolean;
  onAnswered?: () => void;
};

/** Approves a design, or rejects it with words. */
export function AnswerForm({ approvalId, version, byLab = false, onAnswered }: AnswerFormProps) {
  const router = useRouter();
  const [decision, setDecision] = useState<"approved" | "rejected" | null>(null);
  const form = useActionForm(byLab ? keepAnswer : answerDesign, {
    defaultValues: { words: "" },
    toInput: ({ words }) => ({ approvalId, version, decision: decision ?? "approved", words }),
    onSuccess: () => {
      toast.success(decision === "rejected" ? "Design rejected; it is made again" : "Design approved; work goes on");
      onAnswered?.();
      router.refresh();
    },
  });
  if (!decision)
    return (
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" size="lg" icon={<ThumbsUp aria-hidden />} onClick={() => setDecision("approved")}>
          Approve
        </Button>
        <Button size="lg" icon={<ThumbsDown aria-hidden />} onClick={() => setDecision("rejected")}>
          Reject
        </Button>
      </div>
    );
  const rejected = decision === "rejected";
  return (
    <Form form={form} aria-label={rejected ? "Reject the design" : "Approve the design"}>
      <Field
        name="words"
        label={rejected ? "What should be different" : "Anything to add"}
        required={rejected}
        hint={rejected ? "Whoever designs it reads this." : undefined}
      >
        <Textarea rows={3} maxLength={2000} autoFocus {...form.register("words")} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={() => setDecision(null)}>
          Back
        </Button>
        <SubmitButton variant={rejected ? "danger" : "primary"}>
          {rejected ? "Reject the design" : "Approve the design"}
        </SubmitButton>
      </div>
    </Form>
  );
}
