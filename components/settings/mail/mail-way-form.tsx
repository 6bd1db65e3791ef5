"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { changeMailWay, forgetSecret, sendTestLetter } from "@/lib/settings/mail/actions";
import type { MailSettings } from "@/lib/settings/mail/change-mail-way";
import type { SecretShown } from "@/lib/settings/store";

type Props = { settings: MailSettings; installation: string };

/** How letters leave: the installation's way or an account of the lab's own, whose secrets are entered but never shown. */
export function MailWayForm({ settings, installation }: Props) {
  const router = useRouter();
  const [sent, setSent] = useState<{ mailId: string; to: string } | null>(null);
  const form = useActionForm(changeMailWay, {
    defaultValues: {
      way: settings.way,
      name: settings.sender.name,
      address: settings.sender.address ?? "",
      replyTo: settings.sender.replyTo ?? "",
      resendKey: "",
      smtpUrl: "",
    },
    onSuccess: () => {
      toast.success("Saved. Letters leave this way from now on.");
      router.refresh();
    },
  });
  const test = useAction(sendTestLetter, { onSuccess: setSent });
  const way = form.watch("way");
  return (
    <Form form={form}>
      <Field name="way" label="Letters leave by">
        <Select
          options={[
            { value: "installation", label: `This installation (${installation})` },
            { value: "resend", label: "The lab's own Resend account" },
            { value: "smtp", label: "The lab's own mail server (SMTP)" },
          ]}
          {...form.register("way")}
        />
      </Field>
      {way === "resend" && (
        <Field
          name="resendKey"
          label="Key of the Resend account"
          aside={<Kept secret={settings.resendKey} which="resend" />}
        >
          <Input
            type="password"
            autoComplete="off"
            placeholder={kept(settings.resendKey)}
            {...form.register("resendKey")}
          />
        </Field>
      )}
      {way === "smtp" && (
        <Field
          name="smtpUrl"
          label="Address of the mail server"
          hint="smtps://user:password@mail.example.com:465"
          aside={<Kept secret={settings.smtpUrl} which="smtp" />}
        >
          <Input
            type="password"
            autoComplete="off"
            placeholder={kept(settings.smtpUrl)}
            {...form.register("smtpUrl")}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label="Sender's name" hint="Empty for the lab's name">
          <Input autoComplete="off" {...form.register("name")} />
        </Field>
        <Field
          name="address"
          label="Sender's address"
          hint={way === "installation" ? "Of the lab's own account only" : "Of a domain that the account may send for"}
          required={way !== "installation"}
        >
          <Input type="email" autoComplete="off" {...form.register("address")} />
        </Field>
        <Field name="replyTo" label="Answers go to" hint="Empty for the sender's address" className="sm:col-span-2">
          <Input type="email" autoComplete="off" {...form.register("replyTo")} />
        </Field>
      </div>
      {sent && (
        <Notice tone="success">
          A test letter is on its way to {sent.to}.{" "}
          <Link href={`/outbox/${sent.mailId}`} className="underline underline-offset-2">
            See what became of it
          </Link>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton>Save</SubmitButton>
        <Button
          loading={test.pending}
          disabled={form.formState.isDirty}
          title={form.formState.isDirty ? "Save first" : undefined}
          onClick={() => void test.run({ idempotencyKey: crypto.randomUUID() })}
        >
          Send a test letter
        </Button>
      </div>
    </Form>
  );
}

const kept = ({ isSet, endsIn }: SecretShown): string =>
  isSet ? `Set${endsIn ? ` · ends in ${endsIn}` : ""}. Leave empty to keep it.` : "";

function Kept({ secret, which }: { secret: SecretShown; which: "resend" | "smtp" }) {
  const router = useRouter();
  const forget = useAction(forgetSecret, { onSuccess: () => router.refresh() });
  if (!secret.isSet) return "Not set";
  return (
    <span className="flex flex-wrap items-center gap-2">
      {secret.canBeRead
        ? `Set${secret.endsIn ? ` · ends in ${secret.endsIn}` : ""}`
        : "Cannot be read any more: enter it anew"}
      <button type="button" className="underline underline-offset-2" onClick={() => void forget.run({ secret: which })}>
        Take away
      </button>
    </span>
  );
}
