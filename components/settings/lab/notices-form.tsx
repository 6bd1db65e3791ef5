"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { changeNotices } from "@/lib/settings/notices/actions";
import type { Notices } from "@/lib/settings/notices/change-notices";

/** Words that practices read in their portal, and dentists who apply. */
export function NoticesForm({ notices }: { notices: Notices }) {
  const router = useRouter();
  const form = useActionForm(changeNotices, {
    defaultValues: notices,
    onSuccess: () => {
      toast.success("Saved");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field
        name="portal"
        label="To every practice"
        hint="At the top of the portal, such as changed collection hours. Empty for none."
      >
        <Textarea rows={3} maxLength={400} {...form.register("portal")} />
      </Field>
      <Field
        name="apply"
        label="To dentists who apply"
        hint="Above the application form, for anybody to read. Empty for Casepan's own words."
      >
        <Textarea rows={3} maxLength={400} {...form.register("apply")} />
      </Field>
      <SubmitButton className="self-start" variant="secondary">
        Save these words
      </SubmitButton>
    </Form>
  );
}
