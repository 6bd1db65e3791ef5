"use client";

import { RotateCw, X } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { claimedFormat, FORMATS } from "@/lib/files/formats";
import { FilePicture } from "./file-picture";
import { sizeWords } from "./size-words";
import type { Upload } from "./use-uploads";

type FileLineProps = { upload: Upload; onRetry: () => void; onRemove: () => void };

/** One file: how far it is, what went wrong, and a way to cancel, retry or remove it. */
export function FileLine({ upload, onRetry, onRemove }: FileLineProps) {
  const format = claimedFormat(upload.name);
  const kind = format ? FORMATS[format].kind : "document";
  const sending = upload.state === "waiting" || upload.state === "sending";
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <FilePicture
        file={upload.row ?? { kind }}
        local={upload.state === "failed" ? undefined : upload.picture}
        className="size-9 shrink-0 rounded-sm"
      />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">
          {upload.row ? (
            <a href={`/api/files/${upload.row.id}`} target="_blank" rel="noreferrer" className="hover:underline">
              {upload.name}
            </a>
          ) : (
            upload.name
          )}
        </p>
        {sending ? (
          <Progress value={upload.share} max={1} showValue label={`Sending ${upload.name}`} />
        ) : upload.state === "failed" ? (
          <p role="alert" className="text-xs font-medium text-danger-text">
            {upload.problem}
          </p>
        ) : (
          <p className="text-xs text-muted tabular-nums">{sizeWords(upload.size)}</p>
        )}
      </div>
      {upload.state === "failed" && upload.again && (
        <IconButton
          label={`Send ${upload.name} again`}
          icon={<RotateCw />}
          variant="ghost"
          size="sm"
          onClick={onRetry}
        />
      )}
      <IconButton
        label={sending ? `Cancel ${upload.name}` : `Remove ${upload.name}`}
        icon={<X />}
        variant="ghost"
        size="sm"
        onClick={onRemove}
      />
    </li>
  );
}
