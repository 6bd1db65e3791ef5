"use client";

import { FileText, Paperclip, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { ItemLot } from "@/lib/inventory/items/read-item";
import { removeCertificate, restoreCertificate } from "@/lib/inventory/lots/actions";
import { useAction } from "../../forms/use-action";
import { IconButton } from "../../ui/button";
import { toast } from "../../ui/toast";
import { sendCertificate } from "./send-certificate";

/** A lot's certificates, each opened at a press; who manages stock adds and takes off. */
export function Certificates({ lot, editable }: { lot: ItemLot; editable: boolean }) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const restore = useAction(restoreCertificate, { onSuccess: () => router.refresh() });
  const remove = useAction(removeCertificate, { onSuccess: () => router.refresh() });
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    const problem = await sendCertificate(lot.id, file);
    setSending(false);
    if (problem) return toast.error(problem);
    toast.success("Certificate kept");
    router.refresh();
  };
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {lot.certificates.map(({ id, name }) => (
        <span key={id} className="inline-flex items-center gap-0.5">
          <a
            href={`/api/inventory/certificates/${id}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex max-w-48 items-center gap-1 py-1 text-accent-text hover:underline"
          >
            <FileText aria-hidden className="size-4 shrink-0" />
            <span className="truncate">{name}</span>
          </a>
          {editable && (
            <IconButton
              label={`Take ${name} off`}
              icon={<X />}
              size="sm"
              onClick={() => {
                remove.run({ certificateId: id });
                toast.undo(`${name} taken off`, () => restore.run({ certificateId: id }));
              }}
            />
          )}
        </span>
      ))}
      {lot.certificates.length === 0 && !editable && <span className="text-muted">–</span>}
      {editable && (
        <>
          <input
            ref={chooser}
            type="file"
            accept=".pdf,.jpg,.jpeg,.png,.webp"
            className="sr-only"
            tabIndex={-1}
            aria-label={`Certificate of lot ${lot.number}`}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          <IconButton
            label={`Add a certificate to lot ${lot.number}`}
            icon={<Paperclip />}
            size="sm"
            loading={sending}
            onClick={() => chooser.current?.click()}
          />
        </>
      )}
    </span>
  );
}
