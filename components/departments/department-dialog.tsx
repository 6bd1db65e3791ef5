"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { keepDepartment } from "@/lib/departments/actions";
import type { Department } from "@/lib/departments/queries";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

type Props = { department?: Department; heads: readonly { id: string; name: string }[] };

/** Adds a department, or changes one. */
export function DepartmentDialog({ department, heads }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={department ? `Change ${department.name}` : "New department"}
      open={open}
      onOpenChange={setOpen}
      trigger={
        department ? (
          <Button icon={<Pencil aria-hidden />}>Change</Button>
        ) : (
          <Button variant="primary" icon={<Plus aria-hidden />}>
            New department
          </Button>
        )
      }
    >
      <Fields department={department} heads={heads} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ department, heads, close }: Props & { close: () => void }) {
  const router = useRouter();
  const form = useActionForm(keepDepartment, {
    defaultValues: {
      name: department?.name ?? "",
      headId: department?.headId ?? "",
      units: department?.units?.toString() ?? "",
    },
    toInput: (values: { name: string; headId: string; units: string }) => ({ ...values, id: department?.id }),
    onSuccess: ({ id }) => {
      toast.success(department ? "Department changed" : "Department added");
      close();
      if (department) router.refresh();
      else router.push(`/departments/${id}`);
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="Name" required>
        <Input maxLength={80} autoComplete="off" {...form.register("name")} />
      </Field>
      <Field name="headId" label="Head">
        <Select
          placeholder="Nobody"
          options={heads.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.register("headId")}
        />
      </Field>
      <Field
        name="units"
        label="Daily capacity in units"
        hint="What it does on a day with everybody there. Blank: no limit."
      >
        <Input inputMode="numeric" maxLength={5} className="max-w-32" {...form.register("units")} />
      </Field>
      <SubmitButton>{department ? "Save" : "Add department"}</SubmitButton>
    </Form>
  );
}
