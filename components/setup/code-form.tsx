"use client";

import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { proveCode } from "@/lib/access/first-run/actions";
import { type FirstLabValues, valuesOf } from "./first-lab-form";

type Props = { onProven: (code: string, draft: FirstLabValues | null) => void };

/** Asks for the code that npm start printed, so that no stranger takes the installation over. */
export function CodeForm({ onProven }: Props) {
  const form = useActionForm(proveCode, {
    defaultValues: { code: "" },
    onSuccess: ({ lab }) => onProven(form.getValues("code"), lab && valuesOf(lab)),
  });
  return (
    <Form form={form}>
      <Field
        name="code"
        label="One-time code"
        required
        hint="Printed by npm start, in the window where Casepan was started."
      >
        <Input
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono"
          {...form.register("code")}
        />
      </Field>
      <SubmitButton className="self-start">Go on</SubmitButton>
    </Form>
  );
}
