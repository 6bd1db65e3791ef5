"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import {
  MATERIAL_LABEL,
  MATERIALS,
  type Material,
  PROCEDURE_LABEL,
  PROCEDURE_TYPES,
  type ProcedureType,
} from "@/lib/cases/vocabulary";
import { addTemplate, changeTemplate } from "@/lib/labs/templates/actions";
import { NEW_STAGES, type StageValues } from "@/lib/labs/templates/new-stages";
import type { TemplateRow } from "@/lib/labs/templates/queries";
import { StagesField } from "./stages-field";

type Props = { template: TemplateRow | null; departments: { id: string; name: string }[]; onClose: () => void };
type Values = {
  name: string;
  procedureType: ProcedureType;
  material: Material | "";
  rushDays: string;
  stages: StageValues[];
};

/** A template in a window: what it makes, its stages in order, their days and departments. */
export function TemplateEditor({ template, departments, onClose }: Props) {
  return (
    <Dialog
      title={template?.name ?? "New template"}
      description="Working days in the lab, for cases from now on. Promises that were made stay."
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
    >
      <TemplateForm template={template} departments={departments} onClose={onClose} />
    </Dialog>
  );
}

function TemplateForm({ template, departments, onClose }: Props) {
  const router = useRouter();
  const save = (values: Values) => {
    const { name, rushDays, stages, procedureType, material } = values;
    const common = { name, rushDays, stages };
    return template
      ? changeTemplate({ id: template.id, seenAt: template.seenAt, ...common })
      : addTemplate({ procedureType, material, ...common });
  };
  const form = useActionForm<Values, { id: string }>(save, {
    defaultValues: {
      name: template?.name ?? "",
      procedureType: template?.procedureType ?? "crowns",
      material: template?.material ?? "",
      rushDays: String(template?.rushDays ?? 2),
      stages:
        template?.stages.map(({ stage, days, departmentId }) => ({
          stage,
          days: String(days),
          departmentId: departmentId ?? "",
        })) ?? NEW_STAGES,
    },
    onSuccess: () => {
      toast.success(`${form.getValues("name")} saved`);
      router.refresh();
      onClose();
    },
  });
  const [before] = useState(() => template?.stages.map(({ stage }) => stage).join());
  const isMoved =
    before !== undefined &&
    before !==
      form
        .watch("stages")
        .map(({ stage }) => stage)
        .join();
  return (
    <Form form={form}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="name" label="Name" required>
          <Input maxLength={80} {...form.register("name")} />
        </Field>
        <Field name="rushDays" label="All of it, rushed" required hint="Days; the stages shrink in proportion.">
          <Input inputMode="numeric" {...form.register("rushDays")} />
        </Field>
        {!template && (
          <>
            <Field name="procedureType" label="What it makes" required>
              <Select
                options={PROCEDURE_TYPES.map((value) => ({ value, label: PROCEDURE_LABEL[value] }))}
                {...form.register("procedureType")}
              />
            </Field>
            <Field
              name="material"
              label="Of which material"
              hint="A template of one material stands before the general one."
            >
              <Select
                options={MATERIALS.map((value) => ({ value, label: MATERIAL_LABEL[value] }))}
                placeholder="Any that has no template"
                {...form.register("material")}
              />
            </Field>
          </>
        )}
      </div>
      <StagesField form={form} departments={departments} />
      {isMoved && (template?.running ?? 0) > 0 && (
        <Notice>
          {template?.running} running {template?.running === 1 ? "item keeps" : "items keep"} the stages as they were;
          new cases take these.
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Leave it</Button>
        </DialogClose>
        <SubmitButton>Save template</SubmitButton>
      </div>
    </Form>
  );
}
