import type { BenchCase } from "@/lib/workflow/bench-case";
import { FileTiles } from "../files/file-tiles";
import { OpenScan } from "../files/open-scan";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/card";
import { RelativeTime } from "../ui/time";

type FilesPanelProps = {
  files: BenchCase["files"];
  caseId: string;
  /** Whether the reader may add files, as a picture of the scans is. */
  mayAdd: boolean;
};

/** The files of a case: the scans open over the page, each file on the page of the case's files. */
export function FilesPanel({ files, caseId, mayAdd }: FilesPanelProps) {
  const keepAt = mayAdd ? ({ caseId, audience: "internal" } as const) : null;
  return (
    <Panel
      title="Files"
      aside={files.length || undefined}
      actions={<OpenScan files={files} size="lg" keepAt={keepAt} />}
    >
      {files.length === 0 ? (
        <p className="text-sm text-muted">No files came with this case.</p>
      ) : (
        <FileTiles files={files} base={`/cases/${caseId}/files`} />
      )}
    </Panel>
  );
}

/** What was written on a case, the newest first. */
export function NotesPanel({ notes }: { notes: BenchCase["notes"] }) {
  if (notes.length === 0) return null;
  return (
    <Panel title="Notes" aside={notes.length} flush>
      <ul className="divide-y">
        {notes.toReversed().map((note) => (
          <li key={note.id} className="px-4 py-3">
            <p className="text-base whitespace-pre-line">{note.body}</p>
            <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-muted">
              {note.author ?? "The practice"} <RelativeTime iso={new Date(note.createdAt).toISOString()} />
              {note.audience === "shared" && <Badge tone="info">Shared with the practice</Badge>}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
