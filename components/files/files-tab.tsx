"use client";

import { FolderOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { AddFiles } from "@/components/cases/add-files";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { FileTiles } from "./file-tiles";
import { FileViewer } from "./file-viewer";
import { findVersion, type ViewedFile } from "./viewed-file";

type FilesTabProps = {
  caseId: string;
  /** The tab's own address, without a query. */
  base: string;
  files: readonly ViewedFile[];
  /** `?file=` of the address: the id of a version. */
  current?: string;
  labName: string;
  mostBytes: number;
  /** What the reader may add: nothing, or what the practice sees too, or either. */
  adding: "no" | "shared" | "either";
};

/** The files of a case: the chosen one opened, and all as tiles. */
export function FilesTab({ caseId, base, files, current, labName, mostBytes, adding }: FilesTabProps) {
  const router = useRouter();
  const choose = useCallback((id: string) => router.replace(`${base}?file=${id}`, { scroll: false }), [router, base]);
  const found = findVersion(files, current);
  return (
    <div className="flex flex-col gap-6">
      {current && !found && (
        <Notice tone="neutral" title="This file is not here any more.">
          It was removed, or it is not yours to see.
        </Notice>
      )}
      {found && (
        <FileViewer
          files={files}
          current={found.version.id}
          onChoose={choose}
          onGone={() => router.replace(base, { scroll: false })}
          labName={labName}
          mostBytes={mostBytes}
          keepAt={adding === "no" ? null : { caseId, audience: adding === "either" ? "internal" : "shared" }}
        />
      )}
      <Section title={found ? "All files" : "Files"}>
        {files.length === 0 ? (
          <EmptyState
            icon={<FolderOpen />}
            title="No files yet"
            hint={adding === "no" ? undefined : "Add scans, photos and papers below."}
          />
        ) : (
          <FileTiles files={files} base={base} current={current} />
        )}
        {adding !== "no" && (
          <div className="mt-4">
            <AddFiles caseId={caseId} mostBytes={mostBytes} chooseAudience={adding === "either"} />
          </div>
        )}
      </Section>
    </div>
  );
}
