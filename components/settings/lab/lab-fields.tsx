"use client";

import { useFormContext } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { COUNTRIES } from "@/lib/labs/defaults/countries";
import type { LabChoices } from "@/lib/labs/profile/choices";
import { TOOTH_NOTATION_LABEL, TOOTH_NOTATIONS } from "@/lib/labs/profile/notation";

export type LabValues = {
  name: string;
  addressLine1: string;
  addressLine2: string;
  city: string;
  postcode: string;
  country: string;
  phone: string;
  email: string;
  timeZone: string;
  locale: string;
  toothNotation: "fdi" | "universal" | "palmer";
  registrationNumber: string;
};

type Props = {
  choices: LabChoices;
  /** Where the values lie in the form, with its dot: "lab.". */
  at?: string;
  /** Whether money's currency can still be chosen, and a country brings its usual choices along. */
  opening?: boolean;
};

/** What a lab is: name, address, contact, and how its people read days, money and teeth. */
export function LabFields({ choices, at = "", opening = false }: Props) {
  const { register, setValue, watch, clearErrors } = useFormContext();
  const country = register(`${at}country`, {
    onChange: ({ target }) => {
      const usual = opening ? COUNTRIES[target.value as string] : undefined;
      for (const [field, value] of Object.entries(usual ?? {})) {
        setValue(`${at}${field}`, value);
        clearErrors(`${at}${field}`);
      }
    },
  });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={`${at}name`} label="Name of the lab" required className="sm:col-span-2">
          <Input autoComplete="organization" maxLength={120} {...register(`${at}name`)} />
        </Field>
        <Field name={`${at}addressLine1`} label="Street address">
          <Input autoComplete="address-line1" {...register(`${at}addressLine1`)} />
        </Field>
        <Field name={`${at}addressLine2`} label="Address, second line">
          <Input autoComplete="address-line2" {...register(`${at}addressLine2`)} />
        </Field>
        <Field name={`${at}postcode`} label="Postcode">
          <Input autoComplete="postal-code" {...register(`${at}postcode`)} />
        </Field>
        <Field name={`${at}city`} label="Town">
          <Input autoComplete="address-level2" {...register(`${at}city`)} />
        </Field>
        <Field name={`${at}country`} label="Country" required>
          <Select options={choices.countries} placeholder="Choose a country" {...country} />
        </Field>
        <Field
          name={`${at}registrationNumber`}
          label="Registration number"
          hint="As manufacturer of custom-made devices"
        >
          <Input autoComplete="off" {...register(`${at}registrationNumber`)} />
        </Field>
        <Field name={`${at}phone`} label="Phone">
          <Input type="tel" autoComplete="tel" {...register(`${at}phone`)} />
        </Field>
        <Field name={`${at}email`} label="E-mail of the lab">
          <Input type="email" autoComplete="off" {...register(`${at}email`)} />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={`${at}timeZone`} label="Time zone" required>
          <Combobox
            options={choices.timeZones}
            value={watch(`${at}timeZone`) as string}
            onValueChange={(zone) => {
              setValue(`${at}timeZone`, zone, { shouldDirty: true });
              clearErrors(`${at}timeZone`);
            }}
            placeholder="Choose a time zone"
          />
        </Field>
        <Field name={`${at}locale`} label="Language and region" required hint="How days and money are written">
          <Select options={choices.locales} placeholder="Choose" {...register(`${at}locale`)} />
        </Field>
        {opening && (
          <Field name={`${at}currency`} label="Currency" required hint="Cannot be changed later">
            <Select options={choices.currencies} placeholder="Choose a currency" {...register(`${at}currency`)} />
          </Field>
        )}
        <Field name={`${at}toothNotation`} label="Tooth notation" hint="On papers; each person chooses their own">
          <Select
            options={TOOTH_NOTATIONS.map((value) => ({ value, label: TOOTH_NOTATION_LABEL[value] }))}
            {...register(`${at}toothNotation`)}
          />
        </Field>
      </div>
    </>
  );
}
