"use client";

import type { ReactNode } from "react";
import type { ServerAction } from "../forms/action-result";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Values = { name: string; description: string; likeRoleId: string };
type RoleFormProps<Input> = {
  action: ServerAction<Input, { roleId: string; name: string }>;
  toInput: (values: Values) => Input;
  initial: Omit<Values, "likeRoleId">;
  /** Given for a new role: those it can begin with. */
  alike?: readonly { id: string; name: string }[];
  submit: ReactNode;
  onDone: () => void;
};

/** The name of a role and what it is for; of a new one also the role that it begins with. */
export function RoleForm<Input>({ action, toInput, initial, alike, submit, onDone }: RoleFormProps<Input>) {
  const form = useActionForm(action, {
    defaultValues: { ...initial, likeRoleId: alike?.[0]?.id ?? "" } as Values,
    toInput,
    onSuccess: onDone,
  });
  return (
    <Form form={form}>
      {alike && (
        <Field name="likeRoleId" label="Begins with what may be done by" required>
          <Select
            options={alike.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.register("likeRoleId")}
          />
        </Field>
      )}
      <Field name="name" label="Name" required>
        <Input autoComplete="off" maxLength={60} {...form.register("name")} />
      </Field>
      <Field name="description" label="What it is for">
        <Input autoComplete="off" maxLength={200} {...form.register("description")} />
      </Field>
      <div className="flex justify-end">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  );
}
