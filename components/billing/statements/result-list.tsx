import { CircleCheck, TriangleAlert } from "lucide-react";

type Result = { key: string; name: string; sent: boolean; words: string };

/** What became of each practice that something was sent to; what did not go comes first. */
export function ResultList({ results }: { results: Result[] }) {
  const sent = results.filter((one) => one.sent).length;
  const sorted = results.toSorted((a, b) => Number(a.sent) - Number(b.sent));
  return (
    <div>
      <p role="status" className="mb-2 text-sm font-medium">
        {sent} sent{sent < results.length && `, ${results.length - sent} not`}
      </p>
      <ul className="max-h-80 divide-y overflow-y-auto rounded-md border text-sm">
        {sorted.map(({ key, name, sent: went, words }) => (
          <li key={key} className="flex items-start gap-2 px-3 py-2">
            {went ? (
              <CircleCheck aria-label="Sent" role="img" className="mt-0.5 size-4 shrink-0 text-success-text" />
            ) : (
              <TriangleAlert aria-label="Not sent" role="img" className="mt-0.5 size-4 shrink-0 text-warning-text" />
            )}
            <span className="min-w-0">
              <span className="font-medium">{name}</span>
              <span className="block break-all text-xs text-muted">{words}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
