import Link from "next/link";
import type { ShipmentDetail } from "@/lib/logistics/shipment-queries";
import { Panel } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { DateTime } from "../../ui/time";

/** What a pick-up is to fetch, and when. */
export function PickupPanel({ pickup }: { pickup: ShipmentDetail }) {
  const { stop, fetches } = pickup;
  return (
    <>
      <Panel title="Pick-up">
        <DescriptionList
          columns={2}
          items={[
            { term: "Day", value: <DateTime iso={pickup.leaveBy} format="day" /> },
            {
              term: "Expected",
              value: stop?.expectedAt && pickup.status === "scheduled" && (
                <DateTime iso={stop.expectedAt} format="time" />
              ),
            },
            { term: "Parcels", value: pickup.parcelsExpected ?? 1 },
            { term: "Asked for by", value: pickup.requestedBy },
            {
              term: "Note",
              value: pickup.note && <span className="wrap-anywhere whitespace-pre-line">{pickup.note}</span>,
              wide: true,
            },
          ]}
        />
      </Panel>
      <Panel title="Cases to fetch" aside={fetches.length} flush>
        {fetches.length === 0 ? (
          <p className="px-4 py-3 text-sm text-muted">No case was named. The driver takes what the practice gives.</p>
        ) : (
          <ul className="divide-y">
            {fetches.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2 text-sm">
                <Link href={`/cases/${one.id}`} className="py-1 text-accent-text tabular-nums hover:underline">
                  {one.number}
                </Link>
                <span className="text-muted">
                  {one.patient}
                  {one.collectedAt && " · collected"}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
