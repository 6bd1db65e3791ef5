"use client";

import { useState } from "react";
import { useReady } from "@/components/forms/use-ready";
import { SHORTEST } from "@/lib/network/form-age";
import { apply } from "@/lib/network/public-actions";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Panel } from "../ui/card";
import { Progress } from "../ui/progress";
import { ApplicantFields } from "./applicant-fields";
import { type ApplicationValues, EMPTY } from "./application-values";
import { DocumentChoice } from "./document-choice";
import { PracticeFields } from "./practice-fields";
import { sendDocument } from "./send-document";
import { SentApplication } from "./sent-application";

type Props = { lab: string; labName: string; ticket: string };
type Sent = { email: string; failed: string[] };

/** Somebody whose browser fills the form at once waits here unseen, instead of being told that they were too quick. */
const asSlowAsAPerson = (shownAt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, shownAt + SHORTEST - Date.now())));

const NO_LICENCE = "Add a copy of your licence.";

/** The application of a dentist to a lab: particulars, then documents one after the other, then what happens next. */
export function ApplicationForm({ lab, labName, ticket }: Props) {
  const ready = useReady();
  const [shownAt] = useState(Date.now);
  const [files, setFiles] = useState<File[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);

  const sendFiles = async ({ documentsToken, email }: { documentsToken: string; email: string }) => {
    const failed: string[] = [];
    for (const file of files) {
      setSending({ name: file.name, share: 0 });
      const problem = await sendDocument(lab, documentsToken, file, (share) => setSending({ name: file.name, share }));
      if (problem) failed.push(`${file.name}: ${problem}`);
    }
    setSending(null);
    setSent({ email, failed });
  };

  const form = useActionForm<ApplicationValues, { documentsToken: string; email: string }>(
    async (values) => {
      if (files.length === 0) return { ok: false, formError: NO_LICENCE };
      await asSlowAsAPerson(shownAt);
      return apply({ ...values, lab, ticket });
    },
    {
      schema: () => import("@/lib/network/schema").then((module) => module.applicationForm),
      defaultValues: EMPTY,
      onSuccess: (data) => void sendFiles(data),
    },
  );
  const submit: typeof form.submit = (event) => {
    if (files.length === 0) setFault(NO_LICENCE);
    form.submit(event);
  };

  if (sent) return <SentApplication {...sent} labName={labName} />;
  if (sending)
    return (
      <Panel title="Sending your documents">
        <p className="mb-2 truncate text-sm text-muted">{sending.name}</p>
        <Progress label={`Sending ${sending.name}`} value={sending.share * 100} />
      </Panel>
    );
  return (
    <Form form={{ ...form, submit }} method="post" className="flex flex-col gap-5">
      <Panel title="About you">
        <ApplicantFields form={form} />
      </Panel>
      <Panel title="Your practice">
        <PracticeFields form={form} />
      </Panel>
      <Panel title="Documents">
        <DocumentChoice
          files={files}
          fault={fault}
          onChange={(chosen, wrong) => {
            setFiles(chosen);
            setFault(wrong);
          }}
        />
      </Panel>
      <div className="absolute -left-[200vw] top-0" aria-hidden="true">
        <label>
          Leave this empty
          <input type="text" tabIndex={-1} autoComplete="off" {...form.register("website")} />
        </label>
      </div>
      <div className="flex justify-end">
        <SubmitButton disabled={!ready}>Send application</SubmitButton>
      </div>
    </Form>
  );
}
