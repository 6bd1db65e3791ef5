"use client";

import type { FieldValues, Path, UseFormRegister } from "react-hook-form";
import { Field } from "../forms/field";
import { Checkbox } from "../ui/checkbox";
import { DateInput, Input } from "../ui/input";
import { Select } from "../ui/select";

export type PriceListChoice = { id: string; name: string };
export type TermsValues = {
  isPrimary: boolean;
  discountPercent: string;
  priceListId: string;
  startedOn: string;
  endedOn: string;
};
export const USUAL_TERMS: TermsValues = {
  isPrimary: false,
  discountPercent: "",
  priceListId: "",
  startedOn: "",
  endedOn: "",
};

/** A dentist's terms at one practice, for any form whose values hold them. */
export function DentistTermsFields<Values extends FieldValues & TermsValues>({
  register,
  priceLists,
}: {
  register: UseFormRegister<Values>;
  priceLists: readonly PriceListChoice[];
}) {
  const at = (name: keyof TermsValues) => register(name as unknown as Path<Values>);
  return (
    <>
      <Field name="discountPercent" label="Discount in %" hint="Empty: the practice's own">
        <Input inputMode="decimal" {...at("discountPercent")} />
      </Field>
      <Field name="priceListId" label="Prices">
        <Select
          options={[
            { value: "", label: "The practice's own" },
            ...priceLists.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...at("priceListId")}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field name="startedOn" label="From">
          <DateInput {...at("startedOn")} />
        </Field>
        <Field name="endedOn" label="Until">
          <DateInput {...at("endedOn")} />
        </Field>
      </div>
      <Checkbox label="Chief dentist of this practice" {...at("isPrimary")} />
    </>
  );
}
