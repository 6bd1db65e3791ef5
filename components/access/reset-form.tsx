"use client";

import { useRouter } from "next/navigation";
import { resetPassword } from "@/lib/access/recovery/actions";
import { resetSchema } from "@/lib/access/recovery/schema";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Input } from "../ui/input";

/** Sets the password of the account a letter's link is for. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const router = useRouter();
  const form = useActionForm(resetPassword, {
    schema: resetSchema,
    defaultValues: { token, password: "" },
    onSuccess: () => router.replace("/sign-in?notice=password-set"),
  });
  return (
    <Form form={form}>
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="password" label="New password" hint="10 characters or more; a few words are easy to keep in mind.">
        <Input type="password" autoComplete="new-password" autoFocus {...form.register("password")} />
      </Field>
      <SubmitButton size="lg">Set password</SubmitButton>
    </Form>
  );
}
