import { Box, FileText, ImageIcon } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { FileKind, FileRow } from "@/lib/files/rows";

const ICON = { scan: Box, photo: ImageIcon, document: FileText };

type FilePictureProps = {
  /** A kept file, or only its kind while it is on its way. */
  file: { kind: FileKind; id?: string } & Partial<Pick<FileRow, "preview">>;
  /** Address of the photo as this browser has it, shown while there is no small picture. */
  local?: string;
  className?: string;
};

/** The small picture of a file, or an icon of its kind while there is none. It says nothing: the file's name stands beside it. */
export function FilePicture({ file, local, className }: FilePictureProps) {
  const Icon = ICON[file.kind];
  const source = file.id && file.preview === "made" ? `/api/files/${file.id}/preview` : local;
  return (
    <span aria-hidden className={cn("grid place-items-center overflow-hidden bg-sunken text-muted", className)}>
      {source ? (
        // biome-ignore lint/performance/noImgElement: an authorised route serves it; an optimiser would cache it for others
        <img
          src={source}
          alt=""
          loading="lazy"
          className={cn("size-full", file.kind === "scan" ? "object-contain" : "object-cover")}
        />
      ) : (
        <Icon className="size-5" />
      )}
    </span>
  );
}
