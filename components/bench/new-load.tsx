"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { MATERIAL_LABEL, MATERIALS, type Material, STAGE_LABEL } from "@/lib/cases/vocabulary";
import { openLoad } from "@/lib/workflow/batches/actions";
import { LOAD_STAGES } from "@/lib/workflow/batches/stages";
import type { Machine } from "@/lib/workflow/machines/queries";
import { MACHINE_STATUS_LABEL } from "@/lib/workflow/machines/status";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Stage = (typeof LOAD_STAGES)[number];
type NewLoadProps = { machines: readonly Machine[]; programs: readonly string[]; stageOf: Record<string, Stage> };

/** Opens a load: machine, program, material. `stageOf` is what each department's machines do. */
export function NewLoad(props: NewLoadProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="New load"
      description="Then scan what goes into it."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" variant="primary" icon={<Plus aria-hidden />}>
          New load
        </Button>
      }
    >
      <NewLoadForm {...props} />
    </Dialog>
  );
}

function NewLoadForm({ machines, programs, stageOf }: NewLoadProps) {
  const router = useRouter();
  const listId = useId();
  const first = machines.find(({ status, departmentId }) => status === "active" && stageOf[departmentId]);
  const form = useActionForm(openLoad, {
    defaultValues: {
      equipmentId: first?.id ?? "",
      stage: (first && stageOf[first.departmentId]) ?? "sintering",
      program: programs[0] ?? "",
      material: "",
      lot: "",
    },
    toInput: (v: { equipmentId: string; stage: Stage; program: string; material: string; lot: string }) => ({
      ...v,
      material: (v.material || null) as Material | null,
      lot: v.lot.trim() || undefined,
    }),
    onSuccess: ({ id }) => router.push(`/bench/batches/${id}`),
  });
  const chooseMachine = (id: string) => {
    const machine = machines.find((each) => each.id === id);
    const stage = machine && stageOf[machine.departmentId];
    if (stage) form.setValue("stage", stage);
  };
  const machine = form.register("equipmentId", { onChange: (event) => chooseMachine(event.target.value) });
  return (
    <Form form={form}>
      <Field name="equipmentId" label="Machine" required>
        <Select
          className="h-control-lg text-lg"
          placeholder="Choose a machine"
          options={machines.map(({ id, code, name, status }) => ({
            value: id,
            label: `${code}, ${name}${status === "active" ? "" : ` (${MACHINE_STATUS_LABEL[status].toLowerCase()})`}`,
            disabled: status !== "active",
          }))}
          {...machine}
        />
      </Field>
      <Field name="stage" label="Stage" required>
        <Select
          className="h-control-lg text-lg"
          options={LOAD_STAGES.map((stage) => ({ value: stage, label: STAGE_LABEL[stage] }))}
          {...form.register("stage")}
        />
      </Field>
      <Field name="program" label="Program" required>
        <Input
          className="h-control-lg text-lg"
          list={listId}
          autoComplete="off"
          maxLength={80}
          {...form.register("program")}
        />
      </Field>
      <datalist id={listId}>
        {programs.map((program) => (
          <option key={program} value={program} />
        ))}
      </datalist>
      <Field name="material" label="Material" hint="Items of another material stay out.">
        <Select
          className="h-control-lg text-lg"
          placeholder="Any material"
          options={MATERIALS.map((material) => ({ value: material, label: MATERIAL_LABEL[material] }))}
          {...form.register("material")}
        />
      </Field>
      <Field name="lot" label="Lot">
        <Input className="h-control-lg text-lg" autoComplete="off" maxLength={60} {...form.register("lot")} />
      </Field>
      <SubmitButton size="lg">Open the load</SubmitButton>
    </Form>
  );
}
