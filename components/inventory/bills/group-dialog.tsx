"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { addGroup, changeGroup } from "@/lib/inventory/bills/actions";
import type { StockGroup } from "@/lib/inventory/bills/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";

type Values = { name: string; unit: string };
type GroupDialogProps = { group?: StockGroup; trigger: ReactNode };

/** Makes a group of stock items, or renames one. */
export function GroupDialog({ group, trigger }: GroupDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={group ? `Change ${group.name}` : "New group"}
    >
      <Fields group={group} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ group, close }: { group?: StockGroup; close: () => void }) {
  const router = useRouter();
  const send = (values: Values) => (group ? changeGroup({ id: group.id, ...values }) : addGroup(values));
  const form = useActionForm<Values, unknown, Values>(send, {
    defaultValues: { name: group?.name ?? "", unit: group?.unit ?? "disc" },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="Name" hint="Such as “Zirconia disc”." required>
        <Input maxLength={120} autoComplete="off" {...form.register("name")} />
      </Field>
      <Field name="unit" label="Counted in" hint="The unit of the stock items in it." required>
        <Input maxLength={40} autoComplete="off" {...form.register("unit")} />
      </Field>
      <SubmitButton>{group ? "Save" : "Make the group"}</SubmitButton>
    </Form>
  );
}
