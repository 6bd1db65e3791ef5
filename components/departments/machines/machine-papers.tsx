"use client";

import { Trash2, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import type { MachineFile } from "@/lib/departments/machines/files";
import { removeMachineFile, restoreMachineFile } from "@/lib/departments/maintenance/actions";
import { useAction } from "../../forms/use-action";
import { StatusBadge } from "../../ui/badge";
import { Button, IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { DateInput, Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";
import { sendMachineFile } from "./send-machine-file";

const KIND = {
  document: "Document",
  photo: "Photo",
  calibration: "Calibration certificate",
  maintenance: "Maintenance",
};
const OFFERED = ["document", "photo", "calibration"] as const;

type Props = { machine: string; files: readonly MachineFile[]; today: string };

/** The papers of a machine, and how to add one. */
export function MachinePapers({ machine, files, today }: Props) {
  const router = useRouter();
  const restore = useAction(restoreMachineFile, { onSuccess: () => router.refresh() });
  const remove = useAction(removeMachineFile, {
    onSuccess: ({ id }) => {
      toast.undo("File removed", () => restore.run({ id }));
      router.refresh();
    },
  });
  return (
    <Panel title="Papers and photo" aside={files.length} flush>
      {files.length === 0 ? (
        <EmptyState title="No papers yet" hint="Manuals, the invoice, certificates of calibration, a photo." />
      ) : (
        <ul aria-label="Papers" className="divide-y">
          {files.map((file) => (
            <li key={file.id} className="flex items-center gap-3 px-4 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <a href={`/api/machine-files/${file.id}`} className="break-words text-accent-text hover:underline">
                  {file.name}
                </a>
                <span className="block text-xs text-muted">
                  {KIND[file.kind]}
                  {file.expiresOn && (
                    <>
                      , holds until <DateTime iso={file.expiresOn} format="date" />
                    </>
                  )}
                </span>
              </span>
              {file.expiresOn && file.expiresOn < today && <StatusBadge tone="danger">Expired</StatusBadge>}
              <IconButton
                size="sm"
                label={`Remove ${file.name}`}
                icon={<Trash2 />}
                onClick={() => remove.run({ id: file.id })}
              />
            </li>
          ))}
        </ul>
      )}
      <AddPaper machine={machine} />
    </Panel>
  );
}

function AddPaper({ machine }: { machine: string }) {
  const router = useRouter();
  const id = useId();
  const [kind, setKind] = useState<(typeof OFFERED)[number]>("document");
  const [expires, setExpires] = useState("");
  const [sending, setSending] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    const refused = await sendMachineFile({ machine, kind, ...(kind === "calibration" && { expires }) }, file);
    setSending(false);
    if (refused) return toast.error(refused);
    toast.success("File kept");
    router.refresh();
  };
  const waits = sending || (kind === "calibration" && !expires);
  return (
    <div className="flex flex-wrap items-end gap-3 border-t px-4 py-3">
      <Select
        aria-label="Kind of file"
        className="w-48"
        value={kind}
        onChange={(event) => setKind(event.target.value as typeof kind)}
        options={OFFERED.map((each) => ({ value: each, label: KIND[each] }))}
      />
      {kind === "calibration" && (
        <DateInput
          aria-label="Holds until"
          className="w-40"
          value={expires}
          onChange={(event) => setExpires(event.target.value)}
        />
      )}
      <Input
        id={id}
        type="file"
        aria-label="File to add"
        className="hidden"
        tabIndex={-1}
        accept={kind === "photo" ? "image/*" : "application/pdf,image/*"}
        disabled={waits}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button
        icon={<Upload aria-hidden />}
        loading={sending}
        disabled={waits}
        onClick={() => document.getElementById(id)?.click()}
      >
        Add file
      </Button>
    </div>
  );
}
