import type { Actor } from "@/lib/access/actor";
import { labToday } from "@/lib/labs/today";
import type { OwnVisit } from "@/lib/logistics/eta/own-visits";
import { visitWords } from "@/lib/logistics/eta/visit-words";
import { Notice } from "../../ui/notice";

/** What a practice awaits of a case: when the driver comes, or that it waits at the lab. Parcels of a parcel service are told by FollowedParcels. */
export function AwaitedVisits({ visits, actor }: { visits: readonly OwnVisit[]; actor: Actor }) {
  const { timeZone, locale } = actor.lab;
  const reader = { today: labToday(timeZone), now: new Date(), timeZone, locale };
  return visits.map((visit) => {
    if (visit.method === "carrier") return null;
    const words = visitWords(visit, reader);
    if (!words) return null;
    return (
      <Notice key={visit.shipmentId} tone={visit.status === "failed" ? "warning" : "info"} title={words.headline}>
        <span className="tabular-nums">Shipment {visit.number}</span>
      </Notice>
    );
  });
}
