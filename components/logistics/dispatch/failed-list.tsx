import Link from "next/link";
import type { FailedShipment } from "@/lib/logistics/dispatch/failed-queries";
import { Badge } from "../../ui/badge";
import { Panel } from "../../ui/card";
import { DateTime } from "../../ui/time";
import { type RescheduleChoices, RescheduleDialog } from "./reschedule-dialog";

type FailedListProps = { shipments: readonly FailedShipment[]; choices: RescheduleChoices | null };

/** What could not be handed over and waits for a decision, of any day; nothing when there is none. Without `choices` it only tells. */
export function FailedList({ shipments, choices }: FailedListProps) {
  if (shipments.length === 0) return null;
  return (
    <Panel title="Failed, to be decided" aside={shipments.length} flush>
      <ul className="divide-y">
        {shipments.map((shipment) => (
          <li key={shipment.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
            <FailedFacts shipment={shipment} />
            {choices && <RescheduleDialog shipment={shipment} {...choices} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FailedFacts({ shipment }: { shipment: FailedShipment }) {
  const { id, number, type, practice, cases, attempt, reason, note, failedAt, driver, onVan, phone } = shipment;
  const link = "text-accent-text underline underline-offset-2 tabular-nums";
  return (
    <div className="min-w-56 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/shipments/${id}`} className={`${link} font-medium`}>
          {number}
        </Link>
        <span className="font-medium">{practice}</span>
        {type === "pickup" && <Badge>Pick-up</Badge>}
        {attempt > 1 && <Badge tone="warning">Attempt {attempt}</Badge>}
        {onVan && <Badge tone="info">Still on the van</Badge>}
      </p>
      <p className="text-danger-text">
        {reason ?? "No reason was given"}
        {note && `: ${note}`}
      </p>
      <p className="text-xs text-muted">
        {failedAt && <DateTime iso={failedAt.toISOString()} />}
        {driver && `, ${driver}`}
        {phone && (
          <>
            {" · "}
            <a href={`tel:${phone}`} className="underline">
              {phone}
            </a>
          </>
        )}
        {cases.map((found) => (
          <span key={found.id}>
            {" · "}
            <Link href={`/cases/${found.id}`} className={link}>
              {found.number}
            </Link>
            {", due "}
            <DateTime iso={found.dueOn} format="day" />
          </span>
        ))}
      </p>
    </div>
  );
}
