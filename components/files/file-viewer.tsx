"use client";

import { ChevronLeft, ChevronRight, Download, Share2, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass, IconButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { DateTime } from "@/components/ui/time";
import type { FileAudience } from "@/lib/files/rows";
import { FileContent } from "./file-content";
import { NewVersion } from "./new-version";
import { removeWithUndo, shareFile } from "./remove-with-undo";
import { sizeWords } from "./size-words";
import { VersionList } from "./version-list";
import { findVersion, type ViewedFile } from "./viewed-file";

export type FileViewerProps = {
  files: readonly ViewedFile[];
  /** The id of the version shown. */
  current: string;
  onChoose: (id: string) => void;
  /** Called when the shown file is gone. */
  onGone: () => void;
  labName: string;
  mostBytes: number;
  keepAt: { caseId: string; audience: FileAudience } | null;
};

/** A file of a case: what it is, who added it and when, its versions, what can be done with it, and what is in it. */
export function FileViewer({ files, current, onChoose, onGone, labName, mostBytes, keepAt }: FileViewerProps) {
  const router = useRouter();
  const found = findVersion(files, current);
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file chosen further down the page is brought into sight
  useEffect(() => {
    const top = section.current?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > window.innerHeight / 2) section.current?.scrollIntoView({ block: "start" });
  }, [current]);
  if (!found) return null;
  const { file, version } = found;
  const { rights, versions } = file;
  const at = files.indexOf(file);
  const [before, after] = [files[at - 1], files[at + 1]];
  const newest = versions[0];
  const remove = async (all: boolean) => {
    const removed = await removeWithUndo(version, { all, onBack: () => router.refresh() });
    if (!removed) return;
    const next = versions.find(({ id }) => id !== version.id);
    if (all || !next) onGone();
    else onChoose(next.id);
    router.refresh();
  };
  return (
    <section ref={section} aria-label={version.name} className="flex scroll-mt-40 flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-48 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold break-all">
            {version.name}
            {versions.length > 1 && <Badge tone="info">Version {version.revision}</Badge>}
            {version.audience === "internal" && <Badge tone="neutral">Lab only</Badge>}
          </h2>
          <p className="text-sm text-muted">
            {version.addedBy ?? labName}, <DateTime iso={version.createdAt.toISOString()} /> ·{" "}
            {sizeWords(Number(version.sizeBytes))}
          </p>
        </div>
        <div className="flex gap-2">
          <IconButton
            label="Previous file"
            icon={<ChevronLeft />}
            disabled={!before}
            onClick={() => before && onChoose(before.id)}
          />
          <IconButton
            label="Next file"
            icon={<ChevronRight />}
            disabled={!after}
            onClick={() => after && onChoose(after.id)}
          />
        </div>
        <div className="flex flex-wrap gap-2 max-sm:basis-full">
          <a href={`/api/files/${version.id}?download`} download={version.name} className={buttonClass()}>
            <Download aria-hidden /> Download
          </a>
          {rights.version && (
            <NewVersion key={file.versions.at(-1)?.id} file={file} mostBytes={mostBytes} onAdded={onChoose} />
          )}
          {rights.share && (
            <Button
              icon={<Share2 aria-hidden />}
              onClick={async () => {
                if (await shareFile(version)) router.refresh();
              }}
            >
              Share with the practice
            </Button>
          )}
          {rights.remove && versions.length > 1 && (
            <Button icon={<Trash2 aria-hidden />} onClick={() => void remove(false)}>
              Remove this version
            </Button>
          )}
          {rights.remove && (
            <Button icon={<Trash2 aria-hidden />} onClick={() => void remove(true)}>
              {versions.length > 1 ? "Remove all versions" : "Remove"}
            </Button>
          )}
        </div>
      </div>
      {newest && newest.id !== version.id && (
        <Notice
          tone="warning"
          title={`This is version ${version.revision}; there is a newer one.`}
          action={
            <Button size="sm" onClick={() => onChoose(newest.id)}>
              Show version {newest.revision}
            </Button>
          }
        />
      )}
      <FileContent files={files} shown={version} onChoose={onChoose} keepAt={keepAt} />
      {versions.length > 1 && (
        <VersionList versions={versions} shown={version.id} labName={labName} onChoose={onChoose} />
      )}
    </section>
  );
}
