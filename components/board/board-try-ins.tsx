import Link from "next/link";
import type { ToothNotation } from "@/lib/access/actor";
import { itemsSummary } from "@/lib/cases/item-name";
import type { BoardTryIn } from "@/lib/reports/board-try-ins";

type BoardTryInsProps = { tryIns: readonly BoardTryIn[]; notation: ToothNotation };

/** The cases whose items are out for a try-in: they are at no stage until they come back. */
export function BoardTryIns({ tryIns, notation }: BoardTryInsProps) {
  if (tryIns.length === 0) return null;
  return (
    <section aria-labelledby="out-for-try-in" className="mt-auto border-t px-3 py-2 text-xs">
      <h3 id="out-for-try-in" className="font-medium">
        Out for try-in: {tryIns.length}
      </h3>
      <ul className="mt-1 flex max-h-60 flex-col gap-1 overflow-y-auto">
        {tryIns.map(({ caseId, number, practice, there, items }) => (
          <li key={caseId}>
            <Link
              href={`/cases/${caseId}`}
              className="font-medium whitespace-nowrap tabular-nums hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
            >
              {number}
            </Link>
            <span className="block truncate">{itemsSummary(items, notation)}</span>
            <span className="block truncate text-muted">
              {there ? "At" : "Going to"} {practice}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
