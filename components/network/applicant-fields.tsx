"use client";

import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { Input } from "../ui/input";
import type { ApplicationValues } from "./application-values";

/** Who applies, and by which licence. */
export function ApplicantFields({ form }: { form: ActionForm<ApplicationValues> }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="applicantName" label="Your name" required className="sm:col-span-2">
        <Input autoComplete="name" {...form.register("applicantName")} />
      </Field>
      <Field name="email" label="E-mail" hint="We send a letter there to confirm it." required>
        <Input type="email" autoComplete="email" {...form.register("email")} />
      </Field>
      <Field name="phone" label="Phone" required>
        <Input type="tel" autoComplete="tel" {...form.register("phone")} />
      </Field>
      <Field name="licenceNumber" label="Licence number" required>
        <Input autoComplete="off" {...form.register("licenceNumber")} />
      </Field>
      <Field name="licenceBody" label="Issued by" hint="Such as the General Dental Council" required>
        <Input autoComplete="off" {...form.register("licenceBody")} />
      </Field>
    </div>
  );
}
