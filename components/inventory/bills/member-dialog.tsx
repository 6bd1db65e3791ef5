"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { addMember } from "@/lib/inventory/bills/actions";
import type { StockChoice, StockGroup } from "@/lib/inventory/bills/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Combobox } from "../../ui/combobox";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";

type Props = { group: StockGroup; choices: readonly StockChoice[] };

/** Puts a stock item into a group, for one shade or for every one. */
export function MemberDialog({ group, choices }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={`Into ${group.name}`}
      trigger={
        <Button size="sm" variant="ghost" icon={<Plus aria-hidden />}>
          Put in<span className="sr-only">to {group.name}</span>
        </Button>
      }
    >
      <Fields group={group} choices={choices} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ group, choices, close }: Props & { close: () => void }) {
  const router = useRouter();
  const form = useActionForm(addMember, {
    defaultValues: { groupId: group.id, itemId: "", shade: "" },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field
        name="itemId"
        label="Stock item"
        hint={choices.length === 0 ? `Nothing else is counted in ${group.unit}.` : undefined}
        required
      >
        <Controller
          name="itemId"
          control={form.control}
          render={({ field }) => (
            <Combobox
              ref={field.ref}
              value={field.value}
              onValueChange={field.onChange}
              onBlur={field.onBlur}
              options={choices.map(({ id, name, sku }) => ({ value: id, label: name, detail: sku }))}
            />
          )}
        />
      </Field>
      <Field name="shade" label="Shade" hint="As on the prescription, such as A2. Blank: it goes with every shade.">
        <Input maxLength={12} autoComplete="off" {...form.register("shade")} />
      </Field>
      <SubmitButton>Put in</SubmitButton>
    </Form>
  );
}
