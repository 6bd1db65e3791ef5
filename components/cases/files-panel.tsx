import type { ReactNode } from "react";
import { FileTiles } from "@/components/files/file-tiles";
import { Panel } from "@/components/ui/card";
import type { CaseFile } from "@/lib/files/rows";

type FilesPanelProps = {
  files: readonly CaseFile[];
  /** The page where they open: "/cases/<id>/files". Without it each opens by itself. */
  base?: string;
  /** A place to add more. */
  children?: ReactNode;
};

/** The files of a case with their small pictures. */
export function FilesPanel({ files, base, children }: FilesPanelProps) {
  return (
    <Panel title="Files" aside={files.length > 0 ? `${files.length}` : undefined}>
      {files.length === 0 ? (
        <p className="text-sm text-muted">No files yet.</p>
      ) : (
        <FileTiles files={files} base={base} />
      )}
      {children && <div className={files.length > 0 ? "mt-3" : "mt-2"}>{children}</div>}
    </Panel>
  );
}
