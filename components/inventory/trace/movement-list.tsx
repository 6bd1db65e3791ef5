import type { LotMovement } from "@/lib/inventory/trace/lot-head";
import { MOVEMENT_LABEL } from "@/lib/inventory/vocabulary";
import { Panel } from "../../ui/card";
import { DateTime } from "../../ui/time";

type MovementListProps = { movements: readonly LotMovement[]; unit: string; most: number };

/** The last movements of a lot. */
export function MovementList({ movements, unit, most }: MovementListProps) {
  return (
    <Panel title="Movements" aside={movements.length === most ? `The last ${most}` : undefined} flush>
      {movements.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">Nothing has moved yet.</p>
      ) : (
        <ul aria-label="Movements of this lot" className="divide-y text-sm">
          {movements.map((each) => (
            <li key={each.id} className="flex flex-wrap gap-x-3 px-4 py-2">
              <span className="min-w-0 flex-1">
                {MOVEMENT_LABEL[each.type]}
                {each.caseNumber && `, ${each.caseNumber}`}
                <span className="block text-muted">
                  <DateTime iso={each.occurredAt.toISOString()} />, {each.by}
                  {each.reason && `. ${each.reason}`}
                </span>
              </span>
              <span className="whitespace-nowrap tabular-nums">
                {each.quantity.startsWith("-") ? each.quantity.replace("-", "−") : `+${each.quantity}`} {unit}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
