"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { FORMATS } from "@/lib/files/formats";
import type { FileKind } from "@/lib/files/rows";
import { FileLine } from "./file-line";
import { useUploads } from "./use-uploads";

type NewVersionProps = {
  file: { id: string; kind: FileKind };
  mostBytes: number;
  /** Called with the new version's id. */
  onAdded: (id: string) => void;
};

/** Sends a new version of a file; the older ones stay. */
export function NewVersion({ file, mostBytes, onAdded }: NewVersionProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const target = useCallback(async () => ({ versionOf: file.id }), [file.id]);
  const { uploads, add, retry, remove, forget } = useUploads([], mostBytes, target);

  useEffect(() => {
    const done = uploads.find(({ state }) => state === "done");
    if (!done?.row) return;
    forget(done.key);
    toast.success(`Version ${done.row.revision} of ${done.name} added`);
    router.refresh();
    onAdded(done.row.id);
  }, [uploads, forget, router, onAdded]);

  const extensions = Object.values(FORMATS)
    .filter(({ kind }) => kind === file.kind)
    .flatMap((format) => format.extensions.map((extension) => `.${extension}`));
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="New version"
        accept={extensions.join(",")}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button icon={<FileUp aria-hidden />} onClick={() => input.current?.click()}>
        New version
      </Button>
      {uploads.length > 0 && (
        <ul aria-label="New version on its way" className="basis-full rounded-lg border bg-surface">
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
    </>
  );
}
