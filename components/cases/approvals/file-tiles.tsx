import { Box, FileText, ImageIcon } from "lucide-react";
import type { ApprovalFile } from "@/lib/cases/approvals/queries";

const ICON = { scan: Box, photo: ImageIcon, document: FileText };

/** The small picture of a file, or the sign of its kind while there is none. */
export function FilePicture({ file, className }: { file: ApprovalFile; className: string }) {
  const Icon = ICON[file.kind];
  if (file.preview !== "made")
    return (
      <span aria-hidden className={`grid place-items-center bg-sunken text-muted ${className}`}>
        <Icon className="size-6" />
      </span>
    );
  return (
    // biome-ignore lint/performance/noImgElement: an authorised route streams it; an optimiser would cache it for others
    <img
      src={`/api/files/${file.id}/preview`}
      alt=""
      loading="lazy"
      className={`bg-sunken object-cover ${className}`}
    />
  );
}

/** The pictures and meshes to look at; each opens in the viewer of the case at `base`. */
export function FileTiles({ files, base }: { files: readonly ApprovalFile[]; base: string }) {
  return (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={`${base}/files?file=${file.id}`}
            className="block overflow-hidden rounded-md border bg-surface text-fg hover:bg-hover"
          >
            <FilePicture file={file} className="aspect-4/3 w-full" />
            <span className="block truncate px-2 py-1.5 text-xs">{file.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
