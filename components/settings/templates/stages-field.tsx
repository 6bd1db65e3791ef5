"use client";

import { X } from "lucide-react";
import { get, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { STAGE_LABEL, STAGES, type Stage } from "@/lib/cases/vocabulary";
import type { StageValues } from "@/lib/labs/templates/new-stages";
import { OrderList } from "../order/order-list";

const FIXED: readonly Stage[] = ["receiving", "delivery"];

type Props<Values extends { stages: StageValues[] }> = {
  form: UseFormReturn<Values>;
  departments: { id: string; name: string }[];
};

/** The stages of a template in order, each with its days and department; added, taken out and moved. */
export function StagesField<Values extends { stages: StageValues[] }>({ form: given, departments }: Props<Values>) {
  const form = given as unknown as UseFormReturn<{ stages: StageValues[] }>;
  const stages = form.watch("stages");
  const put = (next: StageValues[]) => {
    form.clearErrors("stages");
    form.setValue("stages", next, { shouldDirty: true });
  };
  const missing = STAGES.filter((stage) => !stages.some((one) => one.stage === stage));
  const add = (stage: Stage) => {
    const at = stages.findIndex((one) => STAGES.indexOf(one.stage) > STAGES.indexOf(stage));
    put(stages.toSpliced(at < 0 ? stages.length : at, 0, { stage, days: "1", departmentId: "" }));
  };
  const fault = get(form.formState.errors, "stages") as { message?: string; root?: { message?: string } } | undefined;
  return (
    <div className="flex flex-col gap-2">
      <Field name="stages" label="Stages, in order" error={fault?.message ?? fault?.root?.message}>
        <OrderList
          label="Stages"
          onOrder={(order) => put(order.flatMap((stage) => stages.filter((one) => one.stage === stage)))}
          rows={stages.map((row, i) => ({
            id: row.stage,
            name: STAGE_LABEL[row.stage],
            body: (
              <>
                <span className="min-w-32 flex-1 text-sm font-medium">{STAGE_LABEL[row.stage]}</span>
                <Field name={`stages.${i}.days`} label={`Days of ${STAGE_LABEL[row.stage]}`} hideLabel className="w-20">
                  <Input
                    inputMode="decimal"
                    value={row.days}
                    onChange={({ target }) => put(stages.with(i, { ...row, days: target.value }))}
                  />
                </Field>
                <Field
                  name={`stages.${i}.departmentId`}
                  label={`Department of ${STAGE_LABEL[row.stage]}`}
                  hideLabel
                  className="w-44 max-sm:w-36"
                >
                  <Select
                    options={departments.map(({ id, name }) => ({ value: id, label: name }))}
                    placeholder="No department"
                    value={row.departmentId}
                    onChange={({ target }) => put(stages.with(i, { ...row, departmentId: target.value }))}
                  />
                </Field>
                <IconButton
                  label={`Take ${STAGE_LABEL[row.stage]} out`}
                  icon={<X />}
                  size="sm"
                  disabled={FIXED.includes(row.stage)}
                  onClick={() => put(stages.filter((one) => one.stage !== row.stage))}
                />
              </>
            ),
          }))}
        />
      </Field>
      {missing.length > 0 && (
        <Field label="Add a stage" className="max-w-60">
          <Select
            value=""
            placeholder="Add a stage"
            options={missing.map((stage) => ({ value: stage, label: STAGE_LABEL[stage] }))}
            onChange={({ target }) => target.value && add(target.value as Stage)}
          />
        </Field>
      )}
    </div>
  );
}
