import type { Actor } from "@/lib/access/actor";
import { labToday } from "@/lib/labs/today";
import type { OwnVisit } from "@/lib/logistics/eta/own-visits";
import { visitWords } from "@/lib/logistics/eta/visit-words";
import { Notice } from "../../ui/notice";

/** What a practice awaits of a case: when the driver comes, or how else it does; nothing while nothing can be said. */
export function AwaitedVisits({ visits, actor }: { visits: readonly OwnVisit[]; actor: Actor }) {
  const { timeZone, locale } = actor.lab;
  const reader = { today: labToday(timeZone), now: new Date(), timeZone, locale };
  return visits.map((visit) => {
    const words = visitWords(visit, reader);
    if (!words) return null;
    return (
      <Notice key={visit.shipmentId} tone={visit.status === "failed" ? "warning" : "info"} title={words.headline}>
        <span className="tabular-nums">Shipment {visit.number}</span>
        {visit.tracking.map(({ number, url }) => (
          <span key={number}>
            {", "}
            {url ? (
              <a href={url} target="_blank" rel="noreferrer" className="underline">
                Follow parcel {number}
              </a>
            ) : (
              `parcel ${number}`
            )}
          </span>
        ))}
      </Notice>
    );
  });
}
