import { CircleAlert, Info } from "lucide-react";
import type { MonthEndException } from "@/lib/billing/month-end/assemble";
import { Badge } from "../../ui/badge";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";

const SHOWN = 50;

/** What stands in the way of a month end, or should be looked at, each with the way to mend it. */
export function ExceptionsPanel({ exceptions }: { exceptions: readonly MonthEndException[] }) {
  if (exceptions.length === 0) return null;
  const stopping = exceptions.filter(({ stops }) => stops).length;
  return (
    <Panel
      flush
      className="mb-4"
      aria-label="Exceptions"
      title="Exceptions"
      aside={
        <Badge tone={stopping > 0 ? "warning" : "info"}>
          {stopping > 0 ? `${stopping} to mend` : `${exceptions.length} to look at`}
        </Badge>
      }
    >
      <ul className="max-h-96 divide-y overflow-y-auto">
        {exceptions.slice(0, SHOWN).map(({ kind, practice, about, words, href, mend, stops }) => (
          <li
            key={`${kind} ${href} ${about}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm"
          >
            {stops ? (
              <CircleAlert aria-label="Stops it" role="img" className="size-4 shrink-0 text-warning-text" />
            ) : (
              <Info aria-label="To look at" role="img" className="size-4 shrink-0 text-info-text" />
            )}
            <span className="min-w-0 flex-1 basis-64">
              <span className="font-medium">{practice}</span>
              {about && <span className="tabular-nums"> · {about}</span>}
              <span className="block text-muted">{words}</span>
            </span>
            <LinkButton href={href} size="sm">
              {mend}
            </LinkButton>
          </li>
        ))}
      </ul>
      {exceptions.length > SHOWN && (
        <p className="border-t px-4 py-2 text-sm text-muted">
          And {exceptions.length - SHOWN} more, which come up when these are mended.
        </p>
      )}
    </Panel>
  );
}
