"use client";

import { useRouter } from "next/navigation";
import { changePassword } from "@/lib/access/account/actions";
import { changePasswordSchema } from "@/lib/access/account/schema";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

/** Changes one's password; every other device is signed out. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const form = useActionForm(changePassword, {
    schema: changePasswordSchema,
    defaultValues: { currentPassword: "", newPassword: "" },
    onSuccess: () => {
      form.reset();
      toast.success("Password changed", "Your other devices were signed out.");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="currentPassword" label="Present password" required>
        <Input type="password" autoComplete="current-password" {...form.register("currentPassword")} />
      </Field>
      <Field name="newPassword" label="New password" hint="10 characters or more." required>
        <Input type="password" autoComplete="new-password" {...form.register("newPassword")} />
      </Field>
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </Form>
  );
}
