import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { CaseFile } from "@/lib/files/rows";
import { FilePicture } from "./file-picture";
import { sizeWords } from "./size-words";

type FileTilesProps = {
  files: readonly CaseFile[];
  /** The page where they open, with `?file=<id>`; without it the file itself opens in a tab of its own. */
  base?: string;
  /** The version being shown there. */
  current?: string;
};

/** Files as tiles with their small pictures; each leads to its newest version. */
export function FileTiles({ files, base, current }: FileTilesProps) {
  return (
    <ul aria-label="Files" className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">
      {files.map((file) => {
        const open = file.versions.some(({ id }) => id === current);
        const link = {
          className: cn(
            "flex h-full flex-col overflow-hidden rounded-lg border bg-surface hover:bg-hover",
            open && "border-accent outline-1 outline-accent",
          ),
          "aria-current": open ? ("true" as const) : undefined,
        };
        const inside = (
          <>
            <FilePicture file={file} className="aspect-4/3 w-full" />
            <span className="flex min-w-0 flex-1 flex-col gap-0.5 px-2.5 py-2">
              <span className="line-clamp-2 text-sm font-medium break-all">{file.name}</span>
              <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-xs text-muted tabular-nums">
                {sizeWords(Number(file.sizeBytes))}
                {file.revision > 1 && <Badge tone="info">Version {file.revision}</Badge>}
                {file.audience === "internal" && <Badge tone="neutral">Lab only</Badge>}
              </span>
            </span>
          </>
        );
        return (
          <li key={file.id}>
            {base ? (
              <Link href={`${base}?file=${file.id}`} prefetch={false} scroll={false} {...link}>
                {inside}
              </Link>
            ) : (
              <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer" {...link}>
                {inside}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
