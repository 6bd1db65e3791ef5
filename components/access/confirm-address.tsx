"use client";

import { useState } from "react";
import { confirmAddress } from "@/lib/access/recovery/actions";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";

/** One button that uses the link of a letter. */
export function ConfirmAddress({ token }: { token: string }) {
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const form = useActionForm(confirmAddress, {
    defaultValues: { token },
    onSuccess: ({ email }) => setConfirmed(email),
  });
  if (confirmed) {
    return (
      <>
        <div role="status">
          <Notice tone="success">{confirmed} is confirmed. You sign in with it.</Notice>
        </div>
        <LinkButton href="/" variant="primary">
          Go to Casepan
        </LinkButton>
      </>
    );
  }
  return (
    <Form form={form}>
      <p className="text-sm text-muted">One press, and this address is yours to sign in with.</p>
      <SubmitButton size="lg">Confirm this address</SubmitButton>
    </Form>
  );
}
