"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MachineRecord } from "@/lib/departments/machines/queries";
import { keepMachine } from "@/lib/workflow/machines/actions";
import { MACHINE_STATUS_LABEL } from "@/lib/workflow/machines/status";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input, Textarea } from "../../ui/input";
import { Notice } from "../../ui/notice";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

const SETTABLE = ["active", "maintenance", "inactive", "decommissioned"] as const;
type Known = Pick<MachineRecord, "id" | "code" | "name" | "departmentId" | "status">;
type Props = { departments: readonly { id: string; name: string }[] } & (
  | { machine?: MachineRecord; bench?: false }
  /** At the bench: large to press, and without what only the office knows. */
  | { machine?: Known; bench: true }
);

/** Adds a machine, or changes one; away from the bench with its particulars. */
export function MachineDialog(props: Props) {
  const { machine, bench } = props;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={machine ? `Change ${machine.code}` : "New machine"}
      size={bench ? "md" : "lg"}
      open={open}
      onOpenChange={setOpen}
      trigger={
        machine ? (
          <Button
            variant={bench ? "ghost" : undefined}
            icon={<Pencil aria-hidden />}
            aria-label={bench ? `Change ${machine.code}` : undefined}
            className={bench ? "h-16 px-5" : undefined}
          >
            Change
          </Button>
        ) : (
          <Button variant="primary" size={bench ? "lg" : undefined} icon={<Plus aria-hidden />}>
            New machine
          </Button>
        )
      }
    >
      <Fields {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ close, ...props }: Props & { close: () => void }) {
  const { machine, departments, bench } = props;
  const router = useRouter();
  const particulars = bench ? undefined : particularsOf(props.machine);
  const form = useActionForm(keepMachine, {
    schema: () => import("@/lib/workflow/machines/schema").then((m) => m.machineSchema),
    defaultValues: {
      name: machine?.name ?? "",
      code: machine?.code ?? "",
      departmentId: machine?.departmentId ?? departments[0]?.id ?? "",
      status: SETTABLE.find((each) => each === machine?.status) ?? ("active" as (typeof SETTABLE)[number]),
      particulars,
    },
    toInput: (values) => ({ ...values, id: machine?.id }),
    onSuccess: ({ id }) => {
      toast.success(machine ? "Machine changed" : "Machine added");
      close();
      if (machine || bench) router.refresh();
      else router.push(`/departments/machines/${id}`);
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label="Name" required>
          <Input maxLength={80} {...form.register("name")} />
        </Field>
        <Field name="code" label="Code" hint="As on its label: FURN-1" required>
          <Input maxLength={20} autoComplete="off" {...form.register("code")} />
        </Field>
        <Field name="departmentId" label="Department" required>
          <Select
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.register("departmentId")}
          />
        </Field>
        {machine?.status === "broken" ? (
          <Notice tone="warning">It is reported down, and stays so until the bench reports it up.</Notice>
        ) : (
          <Field name="status" label="State" required>
            <Select
              options={SETTABLE.map((each) => ({ value: each, label: MACHINE_STATUS_LABEL[each] }))}
              {...form.register("status")}
            />
          </Field>
        )}
        {particulars && (
          <>
            <Field name="particulars.manufacturer" label="Maker">
              <Input maxLength={80} {...form.register("particulars.manufacturer")} />
            </Field>
            <Field name="particulars.serialNumber" label="Serial number">
              <Input maxLength={80} autoComplete="off" {...form.register("particulars.serialNumber")} />
            </Field>
            <Field name="particulars.supplier" label="Bought from">
              <Input maxLength={80} {...form.register("particulars.supplier")} />
            </Field>
            <Field name="particulars.purchasedOn" label="Bought on">
              <DateInput {...form.register("particulars.purchasedOn")} />
            </Field>
            <Field name="particulars.purchasePrice" label="Price">
              <Input inputMode="decimal" maxLength={16} {...form.register("particulars.purchasePrice")} />
            </Field>
            <Field name="particulars.warrantyUntil" label="Warranty until">
              <DateInput {...form.register("particulars.warrantyUntil")} />
            </Field>
          </>
        )}
      </div>
      {particulars && (
        <Field name="particulars.notes" label="Notes">
          <Textarea maxLength={1000} {...form.register("particulars.notes")} />
        </Field>
      )}
      <SubmitButton>{machine ? "Save" : "Add machine"}</SubmitButton>
    </Form>
  );
}

const particularsOf = (machine: MachineRecord | undefined) => ({
  serialNumber: machine?.serialNumber ?? "",
  manufacturer: machine?.manufacturer ?? "",
  supplier: machine?.supplier ?? "",
  purchasedOn: machine?.purchasedOn ?? "",
  purchasePrice: machine?.purchasePrice ?? "",
  warrantyUntil: machine?.warrantyUntil ?? "",
  notes: machine?.notes ?? "",
});
