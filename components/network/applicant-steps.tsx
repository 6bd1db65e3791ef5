"use client";

import { FileText, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useReady } from "@/components/forms/use-ready";
import { confirmApplication, withdrawApplication } from "@/lib/network/public-actions";
import { DOCUMENT_EXTENSIONS } from "@/lib/network/vocabulary";
import { useAction } from "../forms/use-action";
import { AlertDialog } from "../ui/alert-dialog";
import { Button } from "../ui/button";
import { Panel } from "../ui/card";
import { toast } from "../ui/toast";
import { faultOf } from "./document-choice";
import { sendDocument } from "./send-document";

type Props = {
  lab: string;
  token: string;
  unconfirmed: boolean;
  documents: { id: string; name: string }[];
  mayAdd: boolean;
};

/** What an applicant can do: confirm the address, add a document, withdraw. */
export function ApplicantSteps({ lab, token, unconfirmed, documents, mayAdd }: Props) {
  const router = useRouter();
  const ready = useReady();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const confirm = useAction(confirmApplication, {
    onSuccess: () => {
      toast.success("Confirmed. The lab has your application now.");
      router.refresh();
    },
  });
  const withdraw = useAction(withdrawApplication, { onSuccess: () => router.refresh() });
  const send = async (files: File[]) => {
    setSending(true);
    for (const file of files) {
      const problem = faultOf(file) ?? (await sendDocument(lab, token, file, () => {}));
      if (problem) toast.error(`${file.name} was not added`, { description: problem });
      else toast.success(`${file.name} added`);
    }
    setSending(false);
    router.refresh();
  };
  return (
    <Panel title="Documents">
      {documents.length === 0 ? (
        <p className="text-sm text-muted">A copy of your licence is missing.</p>
      ) : (
        <ul className="flex flex-col gap-1 text-sm">
          {documents.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-2">
              <FileText aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 truncate">{name}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {unconfirmed && (
          <Button
            variant="primary"
            size="lg"
            disabled={!ready}
            loading={confirm.pending}
            onClick={() => confirm.run({ lab, token })}
          >
            Confirm my application
          </Button>
        )}
        {mayAdd && (
          <>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              aria-label="Documents to add"
              accept={DOCUMENT_EXTENSIONS.join(",")}
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])];
                event.target.value = "";
                void send(chosen);
              }}
            />
            <Button
              icon={<Upload aria-hidden />}
              disabled={!ready}
              loading={sending}
              onClick={() => input.current?.click()}
            >
              Add a document
            </Button>
          </>
        )}
        <AlertDialog
          title="Withdraw this application?"
          description="The lab reviews it no further. You can apply again at any time."
          trigger={<Button variant="ghost">Withdraw</Button>}
          confirm="Withdraw application"
          onConfirm={() => withdraw.run({ lab, token })}
          tone="danger"
        />
      </div>
    </Panel>
  );
}
