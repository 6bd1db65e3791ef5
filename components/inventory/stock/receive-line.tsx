"use client";

import { X } from "lucide-react";
import type { ItemChoice } from "@/lib/inventory/items/read-item";
import { Field } from "../../forms/field";
import type { ActionForm } from "../../forms/use-action-form";
import { IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { DateInput, Input } from "../../ui/input";
import { type Option, Select } from "../../ui/select";
import { ItemSearch } from "./item-search";
import type { ReceiveValues } from "./receive-form";

type ReceiveLineProps = {
  form: ActionForm<ReceiveValues>;
  position: number;
  item: ItemChoice | null;
  locations: Option[];
  currency: string;
  onItem: (item: ItemChoice) => void;
  onFile: (file: File | undefined) => void;
  onRemove: (() => void) | null;
};

/** One line of a delivery: what came, its lot, how much at what cost, and where it goes. */
export function ReceiveLine({ form, position, item, locations, currency, onItem, onFile, onRemove }: ReceiveLineProps) {
  const at = `lines.${position}` as const;
  return (
    <Panel
      title={item?.name ?? `Line ${position + 1}`}
      actions={
        onRemove && <IconButton label={`Remove line ${position + 1}`} icon={<X />} size="sm" onClick={onRemove} />
      }
    >
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field name={`${at}.itemId`} label="Item" required className="sm:col-span-2">
          <ItemSearch value={item?.id ?? ""} valueLabel={item?.name} onChoose={onItem} />
        </Field>
        <Field
          name={`${at}.lotNumber`}
          label="Lot number"
          required={item?.category === "materials"}
          hint={item?.category === "materials" ? undefined : "Empty when it has none"}
        >
          <Input autoComplete="off" autoCapitalize="characters" maxLength={40} {...form.register(`${at}.lotNumber`)} />
        </Field>
        <Field name={`${at}.expiresOn`} label="Expires">
          <DateInput {...form.register(`${at}.expiresOn`)} />
        </Field>
        <Field name={`${at}.quantity`} label={item ? `Quantity, ${item.unit}` : "Quantity"} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register(`${at}.quantity`)} />
        </Field>
        <Field name={`${at}.unitCost`} label={`Cost per unit, ${currency}`} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register(`${at}.unitCost`)} />
        </Field>
        <Field name={`${at}.locationId`} label="Goes to">
          <Select options={locations} placeholder="The item's usual place" {...form.register(`${at}.locationId`)} />
        </Field>
        <Field label="Certificate" hint="PDF or photo">
          <Input
            type="file"
            accept=".pdf,.jpg,.jpeg,.png,.webp"
            onChange={(event) => onFile(event.target.files?.[0])}
            className="py-1"
          />
        </Field>
      </div>
    </Panel>
  );
}
