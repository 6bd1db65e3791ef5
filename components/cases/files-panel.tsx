import { Box, FileText, ImageIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/card";
import type { FileRow } from "@/lib/files/rows";

const ICON = { scan: Box, photo: ImageIcon, document: FileText };

function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** The files of a case: photos as pictures, scans and documents by name. `children` is a place to add more. */
export function FilesPanel({ files, children }: { files: readonly FileRow[]; children?: ReactNode }) {
  return (
    <Panel title="Files" aside={files.length > 0 ? `${files.length}` : undefined}>
      {files.length === 0 && <p className="text-sm text-muted">No files yet.</p>}
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {files.map((file) => {
          const Icon = ICON[file.kind];
          return (
            <li key={file.id}>
              <a
                href={`/api/files/${file.id}`}
                target="_blank"
                rel="noreferrer"
                className="flex min-h-12 items-center gap-3 rounded-md border px-2 py-1.5 hover:bg-hover"
              >
                {file.kind === "photo" ? (
                  // biome-ignore lint/performance/noImgElement: an authorised route streams it; an optimiser would cache it for others
                  <img
                    src={`/api/files/${file.id}`}
                    alt=""
                    loading="lazy"
                    className="size-10 shrink-0 rounded-sm bg-sunken object-cover"
                  />
                ) : (
                  <span
                    aria-hidden
                    className="grid size-10 shrink-0 place-items-center rounded-sm bg-sunken text-muted"
                  >
                    <Icon className="size-5" />
                  </span>
                )}
                <span className="min-w-0">
                  <span className="block truncate text-sm font-medium">{file.name}</span>
                  <span className="text-xs text-muted">{size(Number(file.sizeBytes))}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {children && <div className={files.length > 0 ? "mt-3" : "mt-2"}>{children}</div>}
    </Panel>
  );
}
