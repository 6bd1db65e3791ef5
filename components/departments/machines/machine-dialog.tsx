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
type Props = { machine?: MachineRecord; departments: readonly { id: string; name: string }[] };

/** Adds a machine with its particulars, or changes one. */
export function MachineDialog({ machine, departments }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={machine ? `Change ${machine.code}` : "New machine"}
      size="lg"
      open={open}
      onOpenChange={setOpen}
      trigger={
        machine ? (
          <Button icon={<Pencil aria-hidden />}>Change</Button>
        ) : (
          <Button variant="primary" icon={<Plus aria-hidden />}>
            New machine
          </Button>
        )
      }
    >
      <Fields machine={machine} departments={departments} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ machine, departments, close }: Props & { close: () => void }) {
  const router = useRouter();
  const form = useActionForm(keepMachine, {
    defaultValues: {
      name: machine?.name ?? "",
      code: machine?.code ?? "",
      departmentId: machine?.departmentId ?? departments[0]?.id ?? "",
      status: SETTABLE.find((each) => each === machine?.status) ?? ("active" as (typeof SETTABLE)[number]),
      particulars: {
        serialNumber: machine?.serialNumber ?? "",
        manufacturer: machine?.manufacturer ?? "",
        supplier: machine?.supplier ?? "",
        purchasedOn: machine?.purchasedOn ?? "",
        purchasePrice: machine?.purchasePrice ?? "",
        warrantyUntil: machine?.warrantyUntil ?? "",
        notes: machine?.notes ?? "",
      },
    },
    toInput: (values) => ({ ...values, id: machine?.id }),
    onSuccess: ({ id }) => {
      toast.success(machine ? "Machine changed" : "Machine added");
      close();
      if (machine) router.refresh();
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
      </div>
      <Field name="particulars.notes" label="Notes">
        <Textarea maxLength={1000} {...form.register("particulars.notes")} />
      </Field>
      <SubmitButton>{machine ? "Save" : "Add machine"}</SubmitButton>
    </Form>
  );
}
