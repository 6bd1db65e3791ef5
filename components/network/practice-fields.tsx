"use client";

import { ChevronRight } from "lucide-react";
import { Field } from "../forms/field";
import type { ActionForm } from "../forms/use-action-form";
import { HoursFields } from "../practices/hours-fields";
import type { PracticeValues } from "../practices/practice-form";
import { Input, Textarea } from "../ui/input";
import type { ApplicationValues } from "./application-values";

/** The practice of an applicant, and what they expect to send. */
export function PracticeFields({ form }: { form: ActionForm<ApplicationValues> }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field name="practiceName" label="Practice" required className="sm:col-span-2">
        <Input autoComplete="organization" {...form.register("practiceName")} />
      </Field>
      <Field name="practiceAddress" label="Street address" required className="sm:col-span-2">
        <Input autoComplete="street-address" {...form.register("practiceAddress")} />
      </Field>
      <Field name="practiceCity" label="Town" required>
        <Input autoComplete="address-level2" {...form.register("practiceCity")} />
      </Field>
      <Field name="practicePostcode" label="Postcode" required>
        <Input autoComplete="postal-code" {...form.register("practicePostcode")} />
      </Field>
      <Field name="practicePhone" label="Practice phone">
        <Input type="tel" autoComplete="off" {...form.register("practicePhone")} />
      </Field>
      <Field name="taxId" label="Tax number">
        <Input autoComplete="off" {...form.register("taxId")} />
      </Field>
      <Field name="expectedCases" label="Cases you expect to send a month" className="sm:col-span-2">
        <Input inputMode="numeric" autoComplete="off" className="max-w-40" {...form.register("expectedCases")} />
      </Field>
      <details className="group sm:col-span-2">
        <summary className="flex min-h-control cursor-pointer list-none items-center gap-1 text-sm font-medium">
          <ChevronRight aria-hidden className="size-4 text-muted group-open:rotate-90" />
          Opening hours
        </summary>
        <HoursFields form={form as unknown as ActionForm<PracticeValues>} />
      </details>
      <Field
        name="message"
        label="Anything else"
        hint="What you send most, scanners you use, questions"
        className="sm:col-span-2"
      >
        <Textarea rows={4} {...form.register("message")} />
      </Field>
    </div>
  );
}
