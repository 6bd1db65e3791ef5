import { StatusBadge } from "../../ui/badge";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";

type Standstill = { id: string; from: Date; to: Date | null; planned: boolean; note: string | null; by: string | null };

/** When a machine stood still, for a fault or as planned, the latest first. */
export function StandstillList({ standstills }: { standstills: readonly Standstill[] }) {
  if (standstills.length === 0) return <EmptyState title="It never stood still" />;
  return (
    <ul aria-label="Standstills" className="divide-y">
      {standstills.map(({ id, from, to, planned, note, by }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
          <span className="min-w-0 flex-1 basis-48">
            <DateTime iso={from.toISOString()} /> {to ? <>to {<DateTime iso={to.toISOString()} />}</> : "until now"}
            <span className="block text-xs text-muted">{[note, by && `said ${by}`].filter(Boolean).join(", ")}</span>
          </span>
          {planned ? <StatusBadge tone="info">Planned</StatusBadge> : <StatusBadge tone="danger">Fault</StatusBadge>}
        </li>
      ))}
    </ul>
  );
}
