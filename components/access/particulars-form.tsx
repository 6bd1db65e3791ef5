"use client";

import { useRouter } from "next/navigation";
import { changeParticulars } from "@/lib/access/account/actions";
import { particularsSchema } from "@/lib/access/account/schema";
import type { ToothNotation } from "@/lib/access/actor";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

const NOTATIONS: { value: ToothNotation; label: string }[] = [
  { value: "fdi", label: "FDI (11–48)" },
  { value: "universal", label: "Universal (1–32)" },
  { value: "palmer", label: "Palmer (quadrant and 1–8)" },
];

/** One's name, and the notation in which one reads teeth. */
export function ParticularsForm(present: { name: string; toothNotation: ToothNotation }) {
  const router = useRouter();
  const form = useActionForm(changeParticulars, {
    schema: particularsSchema,
    defaultValues: present,
    onSuccess: () => {
      toast.success("Saved");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="Name" required>
        <Input autoComplete="name" {...form.register("name")} />
      </Field>
      <Field
        name="toothNotation"
        label="Tooth numbers"
        hint="How teeth are written for you; others see them in their own way."
      >
        <Select options={NOTATIONS} {...form.register("toothNotation")} />
      </Field>
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </Form>
  );
}
