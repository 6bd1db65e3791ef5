"use client";

import { ClipboardList } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { openCount } from "@/lib/inventory/counts/actions";
import { ITEM_CATEGORIES, ITEM_CATEGORY_LABEL, type ItemCategory } from "@/lib/inventory/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Input, Textarea } from "../../ui/input";
import { type Option, Select } from "../../ui/select";
import { toast } from "../../ui/toast";

const CATEGORIES = ITEM_CATEGORIES.map((value) => ({ value, label: ITEM_CATEGORY_LABEL[value] }));

/** Begins a stock-taking. `today` is the lab's day, for the name that is offered. */
export function OpenCountDialog({ locations, today }: { locations: Option[]; today: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<ClipboardList />}>
          New count
        </Button>
      }
      title="Begin a count"
      description="What the books say now is kept as expected. Work may go on meanwhile: what moves is reckoned in."
    >
      <OpenCountForm locations={locations} today={today} />
    </Dialog>
  );
}

type CountValues = { name: string; locationId: string; category: "" | ItemCategory; notes: string };

function OpenCountForm({ locations, today }: { locations: Option[]; today: string }) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const form = useActionForm(openCount, {
    defaultValues: { name: `Count of ${today}`, locationId: "", category: "", notes: "" } as CountValues,
    toInput: (values: CountValues) => ({ ...values, idempotencyKey: key }),
    onSuccess: ({ countId }) => {
      toast.success("Count begun");
      router.push(`/inventory/counts/${countId}`);
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="Name" required>
        <Input autoComplete="off" maxLength={120} {...form.register("name")} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="locationId" label="Location">
          <Select options={locations} placeholder="Everywhere" {...form.register("locationId")} />
        </Field>
        <Field name="category" label="Category">
          <Select options={CATEGORIES} placeholder="All" {...form.register("category")} />
        </Field>
      </div>
      <Field name="notes" label="Notes">
        <Textarea rows={2} maxLength={500} {...form.register("notes")} />
      </Field>
      <SubmitButton className="self-end">Begin</SubmitButton>
    </Form>
  );
}
