"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Panel } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { changeCaseRules } from "@/lib/cases/actions";
import type { CaseRules } from "@/lib/cases/case-rules-schema";
import { RESPONSIBLE, RESPONSIBLE_LABEL } from "@/lib/cases/case-vocabulary";
import { STAGE_LABEL, STAGES } from "@/lib/cases/vocabulary";

const texts = <Key extends string>(numbers: Record<Key, number>) =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)])) as Record<Key, string>;

/** The lab's rules about its cases, changed together. */
export function CaseRulesForm({ rules }: { rules: CaseRules }) {
  const router = useRouter();
  const form = useActionForm(changeCaseRules, {
    schema: () => import("@/lib/cases/case-rules-schema").then((m) => m.caseRulesSchema),
    defaultValues: {
      approvalReminderDays: String(rules.approvalReminderDays),
      remakePercent: texts(rules.remakePercent),
      cancellationPercent: texts(rules.cancellationPercent),
    },
    onSuccess: () => {
      toast.success("Rules kept");
      router.refresh();
    },
  });
  return (
    <Form form={form} aria-label="Case rules">
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Panel title="Design approval">
          <Field
            name="approvalReminderDays"
            label="Remind the dentist after, in working days"
            hint="Then once every working day until there is an answer."
            required
          >
            <Input inputMode="numeric" {...form.register("approvalReminderDays")} />
          </Field>
        </Panel>
        <Panel title="Remakes">
          <p className="mb-3 text-sm text-muted">The part of the price the practice pays, by who is responsible.</p>
          <div className="grid gap-3 sm:grid-cols-2">
            {RESPONSIBLE.map((who) => (
              <Field key={who} name={`remakePercent.${who}`} label={`${RESPONSIBLE_LABEL[who]}, %`} required>
                <Input inputMode="decimal" {...form.register(`remakePercent.${who}`)} />
              </Field>
            ))}
          </div>
        </Panel>
        <Panel title="Cancellations">
          <p className="mb-3 text-sm text-muted">
            The part of an item's price that is suggested when a case is cancelled, by the stage the item stands at.
          </p>
          <div className="grid gap-3 sm:grid-cols-2">
            {STAGES.map((stage) => (
              <Field key={stage} name={`cancellationPercent.${stage}`} label={`${STAGE_LABEL[stage]}, %`} required>
                <Input inputMode="decimal" {...form.register(`cancellationPercent.${stage}`)} />
              </Field>
            ))}
          </div>
        </Panel>
      </div>
      <div className="flex justify-end">
        <SubmitButton>Keep the rules</SubmitButton>
      </div>
    </Form>
  );
}
