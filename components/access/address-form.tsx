"use client";

import { useRouter } from "next/navigation";
import { changeAddress, resendVerification } from "@/lib/access/account/actions";
import { changeAddressSchema } from "@/lib/access/account/schema";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useAction } from "../forms/use-action";
import { useActionForm } from "../forms/use-action-form";
import { StatusBadge } from "../ui/badge";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { toast } from "../ui/toast";

type Props = { email: string; emailVerified: boolean; pendingEmail: string | null };

/** The address one signs in with: whether it is confirmed, and how to change it. */
export function AddressForm({ email, emailVerified, pendingEmail }: Props) {
  const router = useRouter();
  const sent = ({ sentTo }: { sentTo: string }) => {
    toast.success("Letter sent", `Use the link in it to confirm ${sentTo}.`);
    router.refresh();
  };
  const resend = useAction(resendVerification, { onSuccess: sent });
  const form = useActionForm(changeAddress, {
    schema: changeAddressSchema,
    defaultValues: { email: "", currentPassword: "" },
    onSuccess: (data) => {
      form.reset();
      sent(data);
    },
  });
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <span className="font-medium break-all">{email}</span>
        {emailVerified ? (
          <StatusBadge tone="success">Confirmed</StatusBadge>
        ) : (
          <StatusBadge tone="warning">Not confirmed</StatusBadge>
        )}
      </p>
      {(pendingEmail || !emailVerified) && (
        <Notice
          tone="warning"
          action={
            <Button size="sm" loading={resend.pending} onClick={() => resend.run({})}>
              Send the link again
            </Button>
          }
        >
          {pendingEmail ?? email} waits to be confirmed.
        </Notice>
      )}
      <Form form={form}>
        <Field name="email" label="New address" hint="It counts once you have used the link we send there.">
          <Input type="email" autoComplete="email" {...form.register("email")} />
        </Field>
        <Field name="currentPassword" label="Your password">
          <Input type="password" autoComplete="current-password" {...form.register("currentPassword")} />
        </Field>
        <div>
          <SubmitButton variant="secondary">Change address</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
