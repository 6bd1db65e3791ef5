"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Controller } from "react-hook-form";
import { RESTORATIONS } from "@/lib/cases/restorations";
import {
  MATERIAL_LABEL,
  type Material,
  PROCEDURE_LABEL,
  type ProcedureType,
  STAGE_LABEL,
} from "@/lib/cases/vocabulary";
import { addLine, changeLine } from "@/lib/inventory/bills/actions";
import type { BillLine, StockChoice, StockGroup } from "@/lib/inventory/bills/queries";
import { BILL_PER, BILL_PER_LABEL, type BILL_STAGES, type BillPer } from "@/lib/inventory/bills/schema";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Checkbox } from "../../ui/checkbox";
import { Combobox } from "../../ui/combobox";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";

type LineDialogProps = {
  procedureType: ProcedureType;
  stage: (typeof BILL_STAGES)[number];
  line?: BillLine;
  groups: readonly StockGroup[];
  choices: readonly StockChoice[];
  trigger: ReactNode;
};
type Values = { source: string; material: Material | ""; quantity: string; per: BillPer; traced: boolean };

/** Puts something on a stage's bill, or changes how much it takes. */
export function BillLineDialog({ trigger, ...rest }: LineDialogProps) {
  const [open, setOpen] = useState(false);
  const { line, stage, procedureType } = rest;
  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={line ? `Change ${line.what}` : `Add to ${STAGE_LABEL[stage].toLowerCase()}`}
      description={`${PROCEDURE_LABEL[procedureType]}. It holds for what is completed from now on.`}
    >
      <Fields {...rest} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({
  procedureType,
  stage,
  line,
  groups,
  choices,
  close,
}: Omit<LineDialogProps, "trigger"> & { close: () => void }) {
  const router = useRouter();
  const send = ({ source, material, ...amount }: Values) =>
    line ? changeLine({ id: line.id, ...amount }) : addLine({ procedureType, stage, source, material, ...amount });
  const form = useActionForm<Values, unknown, Values>(send, {
    defaultValues: {
      source: line?.source ?? "",
      material: line?.material ?? "",
      quantity: line?.quantity ?? "1",
      per: line?.per ?? "unit",
      traced: line?.traced ?? false,
    },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  const source = form.watch("source");
  const unit =
    groups.find(({ id }) => source === `group:${id}`)?.unit ?? choices.find(({ id }) => source === `item:${id}`)?.unit;
  return (
    <Form form={form}>
      {!line && (
        <>
          <Field name="source" label="What is taken" hint="A group, or one stock item." required>
            <Controller
              name="source"
              control={form.control}
              render={({ field }) => (
                <Combobox
                  ref={field.ref}
                  value={field.value}
                  onValueChange={field.onChange}
                  onBlur={field.onBlur}
                  options={[
                    ...groups.map(({ id, name, unit }) => ({
                      value: `group:${id}`,
                      label: name,
                      detail: `Group, ${unit}`,
                    })),
                    ...choices.map(({ id, name, sku }) => ({ value: `item:${id}`, label: name, detail: sku })),
                  ]}
                />
              )}
            />
          </Field>
          <Field name="material" label="For">
            <Select
              {...form.register("material")}
              placeholder="Every material"
              options={RESTORATIONS[procedureType].materials.map((m) => ({ value: m, label: MATERIAL_LABEL[m] }))}
            />
          </Field>
        </>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field name="quantity" label={unit ? `Quantity (${unit})` : "Quantity"} required>
          <Input inputMode="decimal" autoComplete="off" {...form.register("quantity")} />
        </Field>
        <Field name="per" label="Counted">
          <Select
            {...form.register("per")}
            options={BILL_PER.map((value) => ({ value, label: BILL_PER_LABEL[value] }))}
          />
        </Field>
      </div>
      <Checkbox
        label="Must be traced to a lot"
        hint="The stage cannot be completed without a usable lot."
        {...form.register("traced")}
      />
      <SubmitButton>{line ? "Save" : "Add to the bill"}</SubmitButton>
    </Form>
  );
}
