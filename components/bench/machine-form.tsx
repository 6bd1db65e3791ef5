"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { keepMachine } from "@/lib/workflow/machines/actions";
import type { Machine } from "@/lib/workflow/machines/queries";
import { MACHINE_STATUS_LABEL } from "@/lib/workflow/machines/status";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

const SETTABLE = ["active", "maintenance", "inactive", "decommissioned"] as const;
type Settable = (typeof SETTABLE)[number];
type MachineFormProps = { machine?: Machine; departments: readonly { id: string; name: string }[] };

/** Adds a machine, or changes one. */
export function MachineForm({ machine, departments }: MachineFormProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={machine ? `Change ${machine.code}` : "New machine"}
      open={open}
      onOpenChange={setOpen}
      trigger={
        machine ? (
          <Button variant="ghost" icon={<Pencil aria-hidden />} className="h-16 px-5">
            Change
          </Button>
        ) : (
          <Button size="lg" variant="primary" icon={<Plus aria-hidden />}>
            New machine
          </Button>
        )
      }
    >
      <MachineFields machine={machine} departments={departments} close={() => setOpen(false)} />
    </Dialog>
  );
}

function MachineFields({ machine, departments, close }: MachineFormProps & { close: () => void }) {
  const router = useRouter();
  const status = SETTABLE.find((each) => each === machine?.status) ?? "active";
  const form = useActionForm(keepMachine, {
    schema: () => import("@/lib/workflow/machines/schema").then((m) => m.machineSchema),
    defaultValues: {
      name: machine?.name ?? "",
      code: machine?.code ?? "",
      departmentId: machine?.departmentId ?? departments[0]?.id ?? "",
      status,
    },
    toInput: (v: { name: string; code: string; departmentId: string; status: Settable }) => ({ ...v, id: machine?.id }),
    onSuccess: () => {
      toast.success(machine ? "Machine changed" : "Machine added");
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
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
        <Notice tone="warning">It is reported down, and stays so until it is reported up.</Notice>
      ) : (
        <Field name="status" label="State" required>
          <Select
            options={SETTABLE.map((each) => ({ value: each, label: MACHINE_STATUS_LABEL[each] }))}
            {...form.register("status")}
          />
        </Field>
      )}
      <SubmitButton>{machine ? "Save" : "Add machine"}</SubmitButton>
    </Form>
  );
}
