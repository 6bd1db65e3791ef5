"use client";

import { Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFieldArray } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Input, Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { changeReminderLevels } from "@/lib/billing/reminders/actions";
import type { ReminderLevel } from "@/lib/billing/reminders/levels";

/** The lab's reminder levels, changed together. */
export function LevelsForm({ levels }: { levels: ReminderLevel[] }) {
  const router = useRouter();
  const form = useActionForm(changeReminderLevels, {
    schema: () => import("@/lib/billing/reminders/levels").then((m) => m.reminderLevelsSchema),
    defaultValues: { levels: levels.map((level) => ({ ...level, days: String(level.days) })) },
    onSuccess: () => {
      toast.success("Levels kept");
      router.refresh();
    },
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "levels" });
  return (
    <Form form={form} aria-label="Reminder levels">
      {fields.map((field, i) => (
        <Panel
          key={field.id}
          title={`Level ${i + 1}`}
          actions={
            fields.length > 1 &&
            i === fields.length - 1 && (
              <Button size="sm" icon={<Trash2 />} onClick={() => remove(i)}>
                Remove level {i + 1}
              </Button>
            )
          }
        >
          <div className="grid gap-3 sm:grid-cols-[10rem_1fr]">
            <Field name={`levels.${i}.days`} label="Days after the due day" required>
              <Input inputMode="numeric" {...form.register(`levels.${i}.days`)} />
            </Field>
            <Field name={`levels.${i}.subject`} label="Subject" required>
              <Input maxLength={150} autoComplete="off" {...form.register(`levels.${i}.subject`)} />
            </Field>
            <Field name={`levels.${i}.words`} label="Words" className="sm:col-span-2" required>
              <Textarea rows={6} maxLength={2000} {...form.register(`levels.${i}.words`)} />
            </Field>
            <Checkbox
              className="sm:col-span-2"
              label="Send by itself"
              hint="In the lab's morning, without anybody looking at it first"
              {...form.register(`levels.${i}.automatic`)}
            />
          </div>
        </Panel>
      ))}
      <div className="flex flex-wrap justify-between gap-2">
        <Button
          icon={<Plus />}
          disabled={fields.length >= 5}
          onClick={() => append({ days: "", subject: "", words: "", automatic: false })}
        >
          Add a level
        </Button>
        <SubmitButton>Keep the levels</SubmitButton>
      </div>
    </Form>
  );
}
