"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import { setTemplateDays } from "@/lib/labs/calendar/actions";
import type { TemplateDays } from "@/lib/labs/calendar/queries";

type TemplateDialogProps = { template: TemplateDays; onClose: () => void };

/** The working days of one template, stage by stage. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  return (
    <Dialog
      title={template.name}
      description="Working days in the lab. Cases that were promised already keep their dates."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <TemplateForm template={template} onClose={onClose} />
    </Dialog>
  );
}

function TemplateForm({ template, onClose }: TemplateDialogProps) {
  const router = useRouter();
  const form = useActionForm(setTemplateDays, {
    defaultValues: {
      rushDays: String(template.rushDays),
      isActive: template.isActive,
      stages: template.stages.map(({ id, days }) => ({ id, days: String(days) })),
    },
    toInput: (values) => ({ ...values, id: template.id, seenAt: template.seenAt }),
    onSuccess: () => {
      toast.success(`${template.name} saved`);
      router.refresh();
      onClose();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        {template.stages.map(({ id, stage, department }, i) => (
          <Field key={id} name={`stages.${i}.days`} label={STAGE_LABEL[stage]} aside={department ?? undefined}>
            <Input inputMode="decimal" {...form.register(`stages.${i}.days`)} />
          </Field>
        ))}
        <Field name="rushDays" label="All of it, rushed" required hint="The stages shrink in proportion.">
          <Input inputMode="numeric" {...form.register("rushDays")} />
        </Field>
      </div>
      <Checkbox
        label="The lab makes this now"
        hint="Otherwise new cases cannot ask for it."
        {...form.register("isActive")}
      />
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Leave it</Button>
        </DialogClose>
        <SubmitButton>Save days</SubmitButton>
      </div>
    </Form>
  );
}
