"use client";

import { useState } from "react";
import { forgotPassword } from "@/lib/access/recovery/actions";
import { forgotSchema } from "@/lib/access/recovery/schema";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";

/** Asks for the letter with a link; what it answers does not tell whether the account exists. */
export function ForgotForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useActionForm(forgotPassword, {
    schema: forgotSchema,
    defaultValues: { email: "" },
    onSuccess: () => setSentTo(form.getValues("email")),
  });
  if (sentTo) {
    return (
      <div role="status">
        <Notice tone="success" title="Look into your mail">
          If {sentTo} has an account here, a letter with a link is on its way. The link works once, within an hour.
        </Notice>
      </div>
    );
  }
  return (
    <Form form={form}>
      <p className="text-sm text-muted">We send you a link to set a new one.</p>
      <Field name="email" label="E-mail">
        <Input type="email" autoComplete="username" autoFocus {...form.register("email")} />
      </Field>
      <SubmitButton size="lg">Send the link</SubmitButton>
    </Form>
  );
}
