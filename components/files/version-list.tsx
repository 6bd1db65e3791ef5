"use client";

import { Check } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/time";
import type { FileVersion } from "@/lib/files/rows";
import { sizeWords } from "./size-words";

type VersionListProps = {
  versions: readonly FileVersion[];
  shown: string;
  /** Whose they are when a reader may not see the person. */
  labName: string;
  onChoose: (id: string) => void;
};

/** The versions of a file from the newest: who added each and when, and a way to open it. */
export function VersionList({ versions, shown, labName, onChoose }: VersionListProps) {
  return (
    <ul aria-label="Versions" className="flex flex-col divide-y rounded-lg border bg-surface">
      {versions.map((version, i) => (
        <li
          key={version.id}
          aria-current={version.id === shown || undefined}
          className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 text-sm"
        >
          <span className="font-medium">
            Version {version.revision}
            {i === 0 && " (newest)"}
          </span>
          <span className="min-w-0 flex-1 text-muted">
            {version.addedBy ?? labName}, <DateTime iso={version.createdAt.toISOString()} /> ·{" "}
            {sizeWords(Number(version.sizeBytes))}
          </span>
          {version.id === shown ? (
            <span className="flex items-center gap-1 text-muted">
              <Check aria-hidden className="size-4" /> Shown
            </span>
          ) : (
            <Button size="sm" aria-label={`Open version ${version.revision}`} onClick={() => onChoose(version.id)}>
              Open
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
