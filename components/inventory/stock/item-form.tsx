"use client";

import { useRouter } from "next/navigation";
import { saveItem } from "@/lib/inventory/items/actions";
import { ITEM_CATEGORIES, ITEM_CATEGORY_LABEL, type ItemCategory, USUAL_UNITS } from "@/lib/inventory/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Input, Textarea } from "../../ui/input";
import { type Option, Select } from "../../ui/select";
import { toast } from "../../ui/toast";

export type ItemValues = {
  sku: string;
  name: string;
  category: ItemCategory;
  unit: string;
  gtin: string;
  supplierId: string;
  locationId: string;
  reorderPoint: string;
  reorderQuantity: string;
  unitCost: string;
  notes: string;
};
type ItemFormProps = {
  values: ItemValues;
  suppliers: Option[];
  locations: Option[];
  currency: string;
  /** The item being edited, as it was read; none for a new one. */
  editing?: { itemId: string; version: number };
};

/** Particulars of a new or known item. Its stock comes by deliveries. */
export function ItemForm({ values, suppliers, locations, currency, editing }: ItemFormProps) {
  const router = useRouter();
  const form = useActionForm(saveItem, {
    defaultValues: values,
    toInput: (given: ItemValues) => ({ ...given, itemId: editing?.itemId ?? null, version: editing?.version ?? null }),
    onSuccess: ({ itemId }) => {
      toast.success(editing ? "Item saved" : "Item added");
      router.push(`/inventory/items/${itemId}`);
      router.refresh();
    },
  });
  return (
    <Form form={form} className="max-w-3xl">
      <Panel title="Item">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="name" label="Name" required className="sm:col-span-2">
            <Input autoComplete="off" maxLength={160} {...form.register("name")} />
          </Field>
          <Field name="sku" label="Code" hint="The lab's own, on labels and lists" required>
            <Input autoComplete="off" maxLength={40} {...form.register("sku")} />
          </Field>
          <Field name="gtin" label="Barcode number" hint="GTIN or EAN on the package, so that a scan finds it">
            <Input inputMode="numeric" autoComplete="off" maxLength={14} {...form.register("gtin")} />
          </Field>
          <Field name="category" label="Category" required>
            <Select
              options={ITEM_CATEGORIES.map((value) => ({ value, label: ITEM_CATEGORY_LABEL[value] }))}
              {...form.register("category")}
            />
          </Field>
          <Field name="unit" label="Unit" hint="What it is counted in" required>
            <Input list="usual-units" autoComplete="off" maxLength={20} {...form.register("unit")} />
          </Field>
          <datalist id="usual-units">
            {USUAL_UNITS.map((unit) => (
              <option key={unit} value={unit} />
            ))}
          </datalist>
        </div>
      </Panel>
      <Panel title="Keeping and ordering">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="locationId" label="Usual location">
            <Select options={locations} placeholder="None" {...form.register("locationId")} />
          </Field>
          <Field name="supplierId" label="Usual supplier">
            <Select options={suppliers} placeholder="Whoever is cheapest" {...form.register("supplierId")} />
          </Field>
          <Field name="reorderPoint" label="Order at" hint="At or below it is to be ordered; 0 never is" required>
            <Input inputMode="decimal" autoComplete="off" {...form.register("reorderPoint")} />
          </Field>
          <Field name="reorderQuantity" label="Usual order" hint="Empty: up to twice the point">
            <Input inputMode="decimal" autoComplete="off" {...form.register("reorderQuantity")} />
          </Field>
          <Field
            name="unitCost"
            label={`Cost per unit, ${currency}`}
            hint="What was paid last; deliveries update it"
            required
          >
            <Input inputMode="decimal" autoComplete="off" {...form.register("unitCost")} />
          </Field>
          <Field name="notes" label="Notes" className="sm:col-span-2">
            <Textarea maxLength={1000} {...form.register("notes")} />
          </Field>
        </div>
      </Panel>
      <div className="flex justify-end gap-2">
        <LinkButton href={editing ? `/inventory/items/${editing.itemId}` : "/inventory"}>Cancel</LinkButton>
        <SubmitButton>{editing ? "Save item" : "Add item"}</SubmitButton>
      </div>
    </Form>
  );
}
