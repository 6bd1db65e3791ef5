import { FileText } from "lucide-react";
import type { AttachmentView } from "@/lib/messaging/thread";

const isPicture = ({ mediaType }: AttachmentView) => mediaType.startsWith("image/");

/** What was sent along with a message: pictures to be seen, anything else by its name; each opens or is kept. */
export function AttachmentList({ attachments }: { attachments: readonly AttachmentView[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-2">
      {attachments.map((file) => (
        <li key={file.id} className="max-w-full">
          <a
            href={`/api/attachments/${file.id}`}
            target="_blank"
            rel="noopener"
            className="flex max-w-full items-center gap-2 overflow-hidden rounded-md border bg-surface text-sm hover:bg-hover"
          >
            {isPicture(file) ? (
              // biome-ignore lint/performance/noImgElement: a private picture that the image optimiser must not fetch
              <img
                src={`/api/attachments/${file.id}`}
                alt={file.name}
                loading="lazy"
                className="h-32 max-w-60 object-cover"
              />
            ) : (
              <span className="flex min-h-control min-w-0 items-center gap-2 px-2.5">
                <FileText aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="truncate">{file.name}</span>
                <span className="shrink-0 text-xs text-muted">{size(file.sizeBytes)}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
