"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { addPracticeWithDentist } from "@/lib/practices/actions";
import type { PracticeValues } from "../practices/practice-form";

/** A practice by hand, with its dentist; its other terms are the lab's usual ones and changed on its own page. */
export function FirstPractice({ values }: { values: PracticeValues }) {
  const router = useRouter();
  const form = useActionForm(addPracticeWithDentist, {
    defaultValues: { practice: values, dentist: { fullName: "", licenceNumber: "" } },
    onSuccess: () => {
      toast.success(`${form.getValues("practice.name")} added`);
      form.reset();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="practice.name" label="Practice" required>
          <Input autoComplete="off" {...form.register("practice.name")} />
        </Field>
        <Field name="practice.addressLine1" label="Street address" required>
          <Input autoComplete="off" {...form.register("practice.addressLine1")} />
        </Field>
        <Field name="practice.postcode" label="Postcode" required>
          <Input autoComplete="off" {...form.register("practice.postcode")} />
        </Field>
        <Field name="practice.city" label="Town">
          <Input autoComplete="off" {...form.register("practice.city")} />
        </Field>
        <Field name="practice.phone" label="Phone">
          <Input type="tel" autoComplete="off" {...form.register("practice.phone")} />
        </Field>
        <Field name="practice.email" label="E-mail" hint="Invoices go there">
          <Input type="email" autoComplete="off" {...form.register("practice.email")} />
        </Field>
        <Field name="dentist.fullName" label="Dentist" required>
          <Input autoComplete="off" {...form.register("dentist.fullName")} />
        </Field>
        <Field name="dentist.licenceNumber" label="Licence number" required hint="As in the dental register">
          <Input autoComplete="off" {...form.register("dentist.licenceNumber")} />
        </Field>
      </div>
      <SubmitButton className="self-start">Add practice and dentist</SubmitButton>
    </Form>
  );
}
