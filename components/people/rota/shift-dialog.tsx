"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { changeShift, planShift, removeShift, restoreShift } from "@/lib/staff/rota/actions";
import type { RotaShift } from "@/lib/staff/rota/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

export type Choice = { id: string; name: string };
/** A shift to be planned (no `shift`) or changed, with what its form begins with. */
export type ShiftToPlan = { userId: string; day: string; from: string; to: string; shift?: RotaShift };

type ShiftDialogProps = {
  plan: ShiftToPlan;
  people: readonly Choice[];
  departments: readonly Choice[];
  onClose: () => void;
};

/** Plans a shift, or changes one: whose, when, where. */
export function ShiftDialog({ plan: { shift, ...plan }, people, departments, onClose }: ShiftDialogProps) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const done = (words: string) => {
    toast.success(words);
    onClose();
    router.refresh();
  };
  const values = {
    ...plan,
    departmentId: shift?.departmentId ?? "",
    breakMinutes: String(shift?.breakMinutes ?? 30),
    note: shift?.note ?? "",
  };
  const form = useActionForm(
    (input: typeof values) =>
      shift ? changeShift({ ...input, id: shift.id, version: shift.version }) : planShift({ ...input, idempotencyKey }),
    { defaultValues: values, onSuccess: () => done(shift ? "Shift changed" : "Shift planned") },
  );
  const back = useAction(restoreShift, { onSuccess: () => router.refresh() });
  const remove = useAction(removeShift, {
    onSuccess: ({ id }) => {
      onClose();
      router.refresh();
      toast.undo("Shift removed", () => back.run({ id }));
    },
  });
  return (
    <Dialog title={shift ? "Change a shift" : "Plan a shift"} open onOpenChange={(is) => is || onClose()}>
      <Form form={form} aria-label="Shift">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="userId" label="Person" required>
            <Select options={people.map(({ id, name }) => ({ value: id, label: name }))} {...form.register("userId")} />
          </Field>
          <Field name="day" label="Day" required>
            <DateInput {...form.register("day")} />
          </Field>
          <Field name="from" label="From" required>
            <Input type="time" {...form.register("from")} />
          </Field>
          <Field name="to" label="To" hint="Earlier than From: it ends the next day" required>
            <Input type="time" {...form.register("to")} />
          </Field>
          <Field name="breakMinutes" label="Break in minutes">
            <Input inputMode="numeric" {...form.register("breakMinutes")} />
          </Field>
          <Field name="departmentId" label="Department">
            <Select
              placeholder="Their own"
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.register("departmentId")}
            />
          </Field>
          <Field name="note" label="Note" className="sm:col-span-2">
            <Input maxLength={200} {...form.register("note")} />
          </Field>
        </div>
        <div className="flex flex-wrap gap-2">
          <SubmitButton>{shift ? "Save shift" : "Plan shift"}</SubmitButton>
          {shift && (
            <Button variant="danger" loading={remove.pending} onClick={() => remove.run({ id: shift.id })}>
              Remove shift
            </Button>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
