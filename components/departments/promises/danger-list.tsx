import Link from "next/link";
import type { CaseInDanger } from "@/lib/departments/promises/in-danger";
import { DateTime } from "../../ui/time";
import { dangerWords } from "./danger-words";

/** Cases whose promise would not hold, each with its days and why. */
export function DangerList({ cases }: { cases: readonly CaseInDanger[] }) {
  return (
    <ul aria-label="Cases in danger" className="divide-y rounded-lg border">
      {cases.map((each) => (
        <li key={each.caseId} className="flex flex-wrap gap-x-4 gap-y-0.5 px-3 py-2 text-sm">
          <span className="min-w-0 flex-1 basis-56">
            <Link href={`/cases/${each.caseId}`} className="font-medium text-accent-text hover:underline">
              {each.number}
            </Link>{" "}
            {each.practice}
            <span className="block text-xs text-muted">{dangerWords(each)}</span>
          </span>
          <span className="text-right tabular-nums">
            due <DateTime iso={each.dueOn} format="date" />
            <span className="block text-xs text-muted">
              could be there <DateTime iso={each.couldBeDue} format="date" />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
