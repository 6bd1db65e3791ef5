"use client";

import { useRef, useState } from "react";
import { addCertificate, changeCertificate } from "@/lib/staff/certificates/actions";
import type { Certificate } from "@/lib/staff/certificates/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { DateInput, Input } from "../../ui/input";
import { toast } from "../../ui/toast";

type Values = { name: string; number: string; issuer: string; issuedOn: string; expiresOn: string };
type CertificateFormProps = { userId: string; certificate: Certificate | null; onDone: () => void };

/** A new certificate of a person or a change of one; its file goes after it, when one was chosen. */
export function CertificateForm({ userId, certificate, onDone }: CertificateFormProps) {
  const file = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string>();
  const form = useActionForm(
    (values: Values) =>
      certificate
        ? changeCertificate({ ...values, id: certificate.id, version: certificate.version })
        : addCertificate({ ...values, userId }),
    {
      defaultValues: {
        name: certificate?.name ?? "",
        number: certificate?.number ?? "",
        issuer: certificate?.issuer ?? "",
        issuedOn: certificate?.issuedOn ?? "",
        expiresOn: certificate?.expiresOn ?? "",
      },
      onSuccess: async ({ id }: { id: string }) => {
        const chosen = file.current?.files?.[0];
        const wrong = chosen ? await send(id, chosen) : null;
        if (wrong) {
          setFault(wrong);
          toast.error("The certificate was saved, its file was not.", { description: wrong });
        } else toast.success("Certificate saved");
        onDone();
      },
    },
  );
  return (
    <Form form={form} aria-label="Certificate">
      <Field name="name" label="Certificate" required>
        <Input placeholder="Dental technician, state register" {...form.register("name")} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="number" label="Number">
          <Input {...form.register("number")} />
        </Field>
        <Field name="issuer" label="Issued by">
          <Input {...form.register("issuer")} />
        </Field>
        <Field name="issuedOn" label="Issued on">
          <DateInput {...form.register("issuedOn")} />
        </Field>
        <Field name="expiresOn" label="Runs out on" hint="Empty: it does not">
          <DateInput {...form.register("expiresOn")} />
        </Field>
      </div>
      <Field
        label="File"
        error={fault}
        hint={certificate?.fileName ? `In place of ${certificate.fileName}` : "PDF, JPEG or PNG"}
      >
        <Input type="file" accept=".pdf,.jpg,.jpeg,.png" ref={file} className="h-auto py-1.5" />
      </Field>
      <div>
        <SubmitButton>Save certificate</SubmitButton>
      </div>
    </Form>
  );
}

/** Sends the file of a certificate; answers what was wrong with it, or null. */
async function send(id: string, file: File): Promise<string | null> {
  try {
    const path = `/people/certificates/${id}/file?${new URLSearchParams({ name: file.name })}`;
    const response = await fetch(path, { method: "PUT", body: file });
    if (response.ok) return null;
    const refusal: { formError?: string; fieldErrors?: Record<string, string[]> } = await response.json();
    return refusal.formError ?? Object.values(refusal.fieldErrors ?? {}).flat()[0] ?? "It was not accepted.";
  } catch {
    return "The server could not be reached. Check the connection and try again.";
  }
}
