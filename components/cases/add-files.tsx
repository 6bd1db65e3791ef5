"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { ACCEPTED_EXTENSIONS, ACCEPTED_WORDS } from "@/lib/files/formats";

/** Adds files to a case, one after the other, with the progress of each. `mostBytes` is the largest a file may be. */
export function AddFiles({ caseId, mostBytes }: { caseId: string; mostBytes: number }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);

  const send = async (files: File[]) => {
    for (const file of files) {
      setSending({ name: file.name, share: 0 });
      const problem =
        file.size > mostBytes
          ? `larger than ${Math.floor(mostBytes / 1024 / 1024)} MB`
          : await put(caseId, file, (share) => setSending({ name: file.name, share }));
      if (problem) toast.error(`${file.name} was not added`, { description: problem });
      else toast.success(`${file.name} added`);
    }
    setSending(null);
    router.refresh();
  };

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to add"
        accept={ACCEPTED_EXTENSIONS.join(",")}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = "";
          void send(chosen);
        }}
      />
      <Button icon={<Upload aria-hidden />} loading={sending !== null} onClick={() => input.current?.click()}>
        Add files
      </Button>
      {sending ? (
        <span className="flex min-w-40 flex-1 flex-col gap-1 text-xs text-muted">
          <span className="truncate">{sending.name}</span>
          <Progress label={`Sending ${sending.name}`} value={sending.share * 100} />
        </span>
      ) : (
        <span className="text-xs text-muted">{ACCEPTED_WORDS}</span>
      )}
    </div>
  );
}

type Answer = { ok?: boolean; formError?: string; fieldErrors?: Record<string, string[]> } | null;

/** Sends one file; answers what kept it from being added, or null. */
function put(caseId: string, file: File, onShare: (share: number) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    request.onerror = () => resolve("The connection broke off. Please try again.");
    request.onload = () => {
      const answer = request.response as Answer;
      const said = Object.values(answer?.fieldErrors ?? {}).flat()[0] ?? answer?.formError;
      resolve(answer?.ok ? null : (said ?? "The server did not take this file."));
    };
    request.open("PUT", `/api/files?${new URLSearchParams({ case: caseId, name: file.name })}`);
    request.responseType = "json";
    request.send(file);
  });
}
