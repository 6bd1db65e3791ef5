"use client";

import { type Control, Controller, type UseFormRegister } from "react-hook-form";
import type { UserRole } from "@/lib/access/roles";
import { Field } from "../forms/field";
import { Combobox } from "../ui/combobox";
import { Select } from "../ui/select";

export type RoleChoice = { id: string; name: string; kind: UserRole; description: string | null };
export type PracticeChoice = { id: string; name: string; city: string | null };
/** `practiceId` is "" for roles of the lab. */
export type RoleValues = { roleId: string; practiceId: string };

type Props = {
  register: UseFormRegister<RoleValues>;
  control: Control<RoleValues>;
  chosenRole: string;
  roles: readonly RoleChoice[];
  practices: readonly PracticeChoice[];
};

/** Which role, and for a dentist which practice they act for. */
export function RoleFields({ register, control, chosenRole, roles, practices }: Props) {
  const role = roles.find(({ id }) => id === chosenRole);
  return (
    <>
      <Field name="roleId" label="Role" hint={role?.description} required>
        <Select
          placeholder="Choose a role"
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          {...register("roleId")}
        />
      </Field>
      {role?.kind === "dentist" && (
        <Field name="practiceId" label="Practice" hint="They see this practice's cases and invoices." required>
          <Controller
            control={control}
            name="practiceId"
            render={({ field }) => (
              <Combobox
                options={practices.map(({ id, name, city }) => ({ value: id, label: name, detail: city ?? undefined }))}
                placeholder="Choose a practice"
                value={field.value}
                onValueChange={field.onChange}
                onBlur={field.onBlur}
                ref={field.ref}
              />
            )}
          />
        </Field>
      )}
    </>
  );
}
