import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "./button";

type PagerProps = {
  /** Address of the page before this one in reading order (newer rows); none on the first page. */
  newerHref?: string;
  /** Address of the next page (older rows); none on the last. */
  olderHref?: string;
  newerLabel?: string;
  olderLabel?: string;
  /** What is shown, e.g. "50 cases". */
  summary?: ReactNode;
};

/** Moves through a list by key: no page numbers, only on and back. */
export function Pager({ newerHref, olderHref, newerLabel = "Newer", olderLabel = "Older", summary }: PagerProps) {
  if (!newerHref && !olderHref && !summary) return null;
  return (
    <nav
      aria-label="Pages"
      data-print="hide"
      className="flex items-center justify-between gap-3 px-3 py-2 text-sm text-muted"
    >
      <span>{summary}</span>
      <span className="flex gap-2">
        {newerHref && (
          <LinkButton href={newerHref} size="sm" rel="prev" icon={<ChevronLeft aria-hidden />}>
            {newerLabel}
          </LinkButton>
        )}
        {olderHref && (
          <LinkButton href={olderHref} size="sm" rel="next">
            {olderLabel}
            <ChevronRight aria-hidden />
          </LinkButton>
        )}
      </span>
    </nav>
  );
}
