"use client";

import { Award, FileText, Pencil, Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { removeCertificate, restoreCertificate } from "@/lib/staff/certificates/actions";
import type { Certificate } from "@/lib/staff/certificates/queries";
import { useAction } from "../../forms/use-action";
import { StatusBadge } from "../../ui/badge";
import { Button, IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Dialog } from "../../ui/dialog";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";
import { CertificateForm } from "./certificate-form";

type CertificatesTabProps = { userId: string; certificates: Certificate[]; editable: boolean };

/** A person's certificates with their expiry and file. */
export function CertificatesTab({ userId, certificates, editable }: CertificatesTabProps) {
  const [open, setOpen] = useState<"new" | Certificate | null>(null);
  const router = useRouter();
  const back = useAction(restoreCertificate, { onSuccess: () => router.refresh() });
  const remove = useAction(removeCertificate, {
    onSuccess: ({ id }) => {
      router.refresh();
      toast.undo("Certificate removed", () => back.run({ id }));
    },
  });
  const done = () => {
    setOpen(null);
    router.refresh();
  };
  return (
    <Panel
      title="Certificates"
      aside="Announced 30 days before they run out"
      flush
      className="max-w-4xl"
      actions={
        editable && (
          <Button size="sm" icon={<Plus />} onClick={() => setOpen("new")}>
            Add certificate
          </Button>
        )
      }
    >
      {certificates.length === 0 ? (
        <EmptyState
          icon={<Award />}
          title="No certificates"
          hint={editable ? "Add the first, with its file and the day it runs out." : undefined}
        />
      ) : (
        <ul aria-label="Certificates" className="divide-y">
          {certificates.map((certificate) => (
            <li key={certificate.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium break-words">{certificate.name}</p>
                <p className="text-xs break-words text-muted">
                  {[certificate.number, certificate.issuer].filter(Boolean).join(" · ") || "No number"}
                </p>
              </div>
              <ExpiryBadge certificate={certificate} />
              <div className="flex items-center gap-1">
                {certificate.fileName && (
                  <a
                    href={`/people/certificates/${certificate.id}/file`}
                    target="_blank"
                    rel="noreferrer"
                    className="flex h-control items-center gap-1.5 px-2 text-accent-text underline"
                  >
                    <FileText aria-hidden className="size-4" />
                    <span className="max-w-40 truncate">{certificate.fileName}</span>
                  </a>
                )}
                {editable && (
                  <>
                    <IconButton
                      label={`Change ${certificate.name}`}
                      icon={<Pencil />}
                      size="sm"
                      onClick={() => setOpen(certificate)}
                    />
                    <IconButton
                      label={`Remove ${certificate.name}`}
                      icon={<X />}
                      size="sm"
                      disabled={remove.pending}
                      onClick={() => remove.run({ id: certificate.id })}
                    />
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <Dialog
          title={open === "new" ? "Add a certificate" : `Change ${open.name}`}
          open
          onOpenChange={(is) => is || setOpen(null)}
        >
          <CertificateForm userId={userId} certificate={open === "new" ? null : open} onDone={done} />
        </Dialog>
      )}
    </Panel>
  );
}

function ExpiryBadge({ certificate: { state, expiresOn } }: { certificate: Certificate }) {
  if (!expiresOn) return <StatusBadge tone="success">Does not run out</StatusBadge>;
  const day = <DateTime iso={expiresOn} format="date" zone="UTC" />;
  if (state === "expired") return <StatusBadge tone="danger">Ran out {day}</StatusBadge>;
  if (state === "soon") return <StatusBadge tone="warning">Runs out {day}</StatusBadge>;
  return <StatusBadge tone="success">Until {day}</StatusBadge>;
}
