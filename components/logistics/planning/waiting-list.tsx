import Link from "next/link";
import type { Waiting } from "@/lib/logistics/planning/unplaced";
import { Panel } from "../../ui/card";
import { PutOnDayRoute } from "./put-on-day-route";

type WaitingListProps = {
  waiting: Waiting[];
  /** Routes of the day that may still be changed. */
  routes: { id: string; name: string }[];
  /** Routes that are being driven: pick-ups can still be added to them. */
  onRoad: { id: string; name: string }[];
  editable: boolean;
};

/** The practices that the driver should go to and no route of the day goes to, each with the reason and a way to put it on one. */
export function WaitingList({ waiting, routes, onRoad, editable }: WaitingListProps) {
  return (
    <Panel title="Not on a route" aside={waiting.length} flush>
      <ul aria-label="Not on a route" className="divide-y">
        {waiting.map(({ practiceId, practice, shipments, dueCases, why }) => (
          <li key={practiceId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
            <div className="min-w-0 flex-1 basis-60">
              <Link href={`/practices/${practiceId}`} className="font-medium hover:underline">
                {practice}
              </Link>
              <p className="text-xs text-muted">
                {shipments.map(({ id, number, type }, i) => (
                  <span key={id}>
                    {i > 0 && ", "}
                    {type === "pickup" && "pick up "}
                    <Link
                      href={`/shipments/${id}`}
                      className="text-accent-text tabular-nums underline underline-offset-2"
                    >
                      {number}
                    </Link>
                  </span>
                ))}
                {shipments.length > 0 && dueCases > 0 && " · "}
                {dueCases > 0 && `${dueCases} ${dueCases === 1 ? "case" : "cases"} due to ship, not packed yet`}
              </p>
              <p className="text-xs">{why}</p>
            </div>
            {editable && shipments.length > 0 && (
              <PutOnDayRoute
                practice={practice}
                shipmentIds={shipments.map(({ id }) => id)}
                routes={routes}
                onRoad={shipments.every(({ type }) => type === "pickup") ? onRoad : []}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
