"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { FileLine } from "@/components/files/file-line";
import { useUploads } from "@/components/files/use-uploads";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { SegmentedControl } from "@/components/ui/radio-group";
import { toast } from "@/components/ui/toast";
import { ACCEPTED_EXTENSIONS, ACCEPTED_WORDS } from "@/lib/files/formats";
import type { FileAudience } from "@/lib/files/rows";

type AddFilesProps = {
  caseId: string;
  /** The largest a file may be. */
  mostBytes: number;
  /** Lets the lab say whether the practice sees what is added; without it, it does. */
  chooseAudience?: boolean;
};

const AUDIENCES = [
  { value: "internal", label: "Lab only" },
  { value: "shared", label: "Shared with the practice" },
];

/** Adds files to a case, chosen or dropped, each with its progress, a way to cancel and to send it again. */
export function AddFiles({ caseId, mostBytes, chooseAudience = false }: AddFilesProps) {
  const router = useRouter();
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [audience, setAudience] = useState<FileAudience>(chooseAudience ? "internal" : "shared");
  const target = useCallback(async () => ({ case: caseId, audience }), [caseId, audience]);
  const { uploads, add, retry, remove, forget } = useUploads([], mostBytes, target);

  useEffect(() => {
    const done = uploads.filter(({ state }) => state === "done");
    for (const { key, name } of done) {
      forget(key);
      toast.success(`${name} added`);
    }
    if (done.length > 0) router.refresh();
  }, [uploads, forget, router]);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut, the button inside does the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn("flex flex-col gap-2 rounded-lg", over && "outline-2 outline-accent outline-dashed")}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to add"
        accept={ACCEPTED_EXTENSIONS.join(",")}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button icon={<Upload aria-hidden />} aria-describedby={hintId} onClick={() => input.current?.click()}>
          Add files
        </Button>
        {chooseAudience && (
          <SegmentedControl
            label="Who sees what is added"
            choices={AUDIENCES}
            value={audience}
            onValueChange={(value) => setAudience(value as FileAudience)}
          />
        )}
        <span id={hintId} className="text-xs text-muted">
          {ACCEPTED_WORDS}, up to {Math.floor(mostBytes / 1024 / 1024)} MB each. Drop them here, too.
        </span>
      </div>
      {uploads.length > 0 && (
        <ul aria-label="Files on their way" className="flex flex-col divide-y rounded-lg border bg-surface">
          {uploads.map((upload) => (
            <FileLine
              key={upload.key}
              upload={upload}
              onRetry={() => retry(upload.key)}
              onRemove={() => void remove(upload)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
