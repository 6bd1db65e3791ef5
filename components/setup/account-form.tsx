"use client";

import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { openFirstLab } from "@/lib/access/first-run/actions";
import { postSignIn } from "../access/post-sign-in";
import type { FirstLabValues } from "./first-lab-form";

type Props = { code: string; lab: FirstLabValues; onBack: () => void };

/** The first admin's account: opens the lab, signs in, and goes on to the guide. */
export function AccountForm({ code, lab, onBack }: Props) {
  const form = useActionForm(openFirstLab, {
    defaultValues: { code, lab, admin: { name: "", email: "", password: "" } },
    onSuccess: async ({ email }) => {
      const refused = await postSignIn(email, form.getValues("admin.password")).catch(() => "failed");
      window.location.assign(refused ? "/sign-in" : "/settings/setup");
    },
  });
  return (
    <Form form={form}>
      <Field name="admin.name" label="Your name" required>
        <Input autoComplete="name" {...form.register("admin.name")} />
      </Field>
      <Field name="admin.email" label="E-mail" required hint="You sign in with it.">
        <Input type="email" autoComplete="username" {...form.register("admin.email")} />
      </Field>
      <Field name="admin.password" label="Password" required hint="10 characters or more">
        <Input type="password" autoComplete="new-password" {...form.register("admin.password")} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>Open the lab</SubmitButton>
        <Button variant="ghost" onClick={onBack}>
          Back to the lab
        </Button>
      </div>
    </Form>
  );
}
