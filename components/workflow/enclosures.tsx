import { Box, FileText, Image as ImageIcon } from "lucide-react";
import type { BenchCase } from "@/lib/workflow/bench-case";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/card";
import { RelativeTime } from "../ui/time";

const ICON = { scan: Box, photo: ImageIcon, document: FileText } as const;

/** A size of `bytes` in words: "512 KB", "12.4 MB". */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The files of a case; pictures and PDFs open beside, scans are downloaded. */
export function FilesPanel({ files }: { files: BenchCase["files"] }) {
  return (
    <Panel title="Files" aside={files.length || undefined} flush>
      {files.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">No files came with this case.</p>
      ) : (
        <ul className="divide-y">
          {files.map((file) => {
            const Icon = ICON[file.kind];
            return (
              <li key={file.id}>
                <a
                  href={`/api/files/${file.id}`}
                  target="_blank"
                  rel="noreferrer"
                  className="flex min-h-12 items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-hover"
                >
                  <Icon aria-hidden className="size-5 shrink-0 text-muted" />
                  <span className="min-w-0 flex-1 truncate text-base">{file.name}</span>
                  <span className="text-sm text-muted tabular-nums">{sizeText(file.sizeBytes)}</span>
                </a>
              </li>
            );
          })}
        </ul>
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
