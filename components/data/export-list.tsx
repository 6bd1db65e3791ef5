"use client";

import { Download, Trash2 } from "lucide-react";
import { removeExportNow } from "@/lib/data/export/actions";
import type { ExportRow } from "@/lib/data/export/queries";
import { sizeWords } from "../files/size-words";
import { useAction } from "../forms/use-action";
import { AlertDialog } from "../ui/alert-dialog";
import { StatusBadge } from "../ui/badge";
import { buttonClass, IconButton } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Progress } from "../ui/progress";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";
import type { Tone } from "../ui/tone";

const STATUS: Record<ExportRow["status"], { tone: Tone; words: string }> = {
  waiting: { tone: "neutral", words: "Waiting" },
  running: { tone: "progress", words: "Being made" },
  ready: { tone: "success", words: "Ready" },
  failed: { tone: "danger", words: "Failed" },
  expired: { tone: "neutral", words: "Removed" },
};

/** The exports that were asked for, the newest first. */
export function ExportList({ exports }: { exports: ExportRow[] }) {
  return (
    <ul aria-label="Exports" className="divide-y rounded-lg border bg-surface">
      {exports.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
          <div className="min-w-0 flex-1 basis-72">
            <p className="flex flex-wrap items-center gap-2">
              <DateTime iso={one.askedAt.toISOString()} format="datetime" className="font-medium" />
              <StatusBadge tone={STATUS[one.status].tone}>{STATUS[one.status].words}</StatusBadge>
            </p>
            <p className="text-muted">
              Asked for by {one.askedBy}
              {one.rows !== null && (
                <>
                  {" · "}
                  <span className="tabular-nums">{one.rows.toLocaleString("en")}</span> rows,{" "}
                  <span className="tabular-nums">{one.files}</span> files
                </>
              )}
              {one.sizeBytes !== null && `, ${sizeWords(one.sizeBytes)}`}
              {one.downloads > 0 && ` · fetched ${one.downloads === 1 ? "once" : `${one.downloads} times`}`}
            </p>
            {one.status === "ready" && one.expiresAt && (
              <p className="text-muted">
                Kept until <DateTime iso={one.expiresAt.toISOString()} format="datetime" />
              </p>
            )}
            {one.sha256 && one.status === "ready" && (
              <p className="flex items-center gap-1 text-xs text-muted">
                <span className="truncate font-mono">SHA-256 {one.sha256}</span>
                <CopyButton text={one.sha256} label="Copy digest" />
              </p>
            )}
            {one.error && one.status === "failed" && (
              <p className="text-danger-text">{one.error} It is tried again by itself.</p>
            )}
          </div>
          {one.status === "running" && (
            <Progress
              value={one.partsDone}
              max={one.partsTotal || 1}
              label="Tables and files in the archive"
              showValue
              className="w-48"
            />
          )}
          {one.status === "ready" && <Ready id={one.id} />}
        </li>
      ))}
    </ul>
  );
}

function Ready({ id }: { id: string }) {
  const { run, pending } = useAction(removeExportNow, { onSuccess: () => toast.success("The archive is removed") });
  return (
    <div className="flex items-center gap-2">
      <a href={`/api/exports/${id}`} download className={buttonClass({ variant: "secondary" })}>
        <Download aria-hidden />
        Download
      </a>
      <AlertDialog
        trigger={<IconButton label="Remove the archive" icon={<Trash2 aria-hidden />} loading={pending} />}
        title="Remove this archive now?"
        description="It can no longer be fetched. The lab's data stays as it is, and another export can be made at any time."
        confirm="Remove"
        tone="danger"
        onConfirm={() => run({ id })}
      />
    </div>
  );
}
