"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Panel } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { changeStatementRules } from "@/lib/billing/statements/actions";
import type { StatementRules } from "@/lib/billing/statements/rules";

/** Whether the lab sends statements by itself, and on which day of the month. */
export function MonthlyForm({ rules }: { rules: StatementRules }) {
  const router = useRouter();
  const form = useActionForm(changeStatementRules, {
    defaultValues: { monthly: rules.monthly, day: String(rules.day) },
    onSuccess: () => {
      toast.success("Kept");
      router.refresh();
    },
  });
  return (
    <Form form={form} aria-label="Monthly statements">
      <Panel title="Monthly statements">
        <div className="flex flex-col gap-3">
          <Checkbox
            label="Send statements by themselves every month"
            hint="To every practice with something open, about the month before"
            {...form.register("monthly")}
          />
          <Field name="day" label="Day of the month" hint="From 1 to 28" required>
            <Input inputMode="numeric" className="max-w-24" {...form.register("day")} />
          </Field>
          <SubmitButton className="self-end">Keep</SubmitButton>
        </div>
      </Panel>
    </Form>
  );
}
