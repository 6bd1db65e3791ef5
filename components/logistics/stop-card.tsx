import { Clock, Navigation, Package, Phone } from "lucide-react";
import { itemName } from "@/lib/cases/item-name";
import type { DriverStop } from "@/lib/logistics/driver-queries";
import { closedOn } from "@/lib/practices/opening-hours";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { StopStatusBadge } from "./status-badges";

type StopCardProps = { stop: DriverStop; date: string; position: string };

/** The stop at hand, large: where, when, what, with navigation and telephone. */
export function StopCard({ stop, date, position }: StopCardProps) {
  const big = cn(buttonClass({ size: "lg" }), "flex-1");
  return (
    <article aria-label={`Stop ${position}`} className="rounded-xl border bg-surface p-4">
      <p className="flex items-center justify-between gap-2 text-sm text-muted">
        <span>Stop {position}</span>
        <StopStatusBadge status={stop.status} />
      </p>
      <h2 className="mt-1 text-2xl font-semibold tracking-tight text-balance">{stop.practice}</h2>
      <address className="mt-1 text-lg not-italic">
        {stop.addressLines.filter(Boolean).map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </address>
      <p className="mt-2 flex items-center gap-2 text-base">
        <Clock aria-hidden className="size-5 shrink-0 text-muted" />
        <Window stop={stop} date={date} />
      </p>
      <div className="mt-3 flex gap-2">
        <a href={directionsTo(stop)} target="_blank" rel="noopener noreferrer" className={big}>
          <Navigation aria-hidden />
          Navigate
        </a>
        {stop.phone && (
          <a
            href={`tel:${stop.phone.replaceAll(" ", "")}`}
            className={big}
            aria-label={`Call ${stop.practice}, ${stop.phone}`}
          >
            <Phone aria-hidden />
            Call
          </a>
        )}
      </div>
      <ParcelList stop={stop} />
    </article>
  );
}

function Window({ stop, date }: { stop: DriverStop; date: string }) {
  if (stop.windowFrom && stop.windowTo)
    return (
      <span className="tabular-nums">
        Open {stop.windowFrom}–{stop.windowTo}
      </span>
    );
  if (closedOn(stop.hours, date)) return <span className="font-medium text-warning-text">Closed on this day</span>;
  return <span className="text-muted">Opening hours not known</span>;
}

function ParcelList({ stop }: { stop: DriverStop }) {
  return (
    <ul aria-label="Parcels" className="mt-4 flex flex-col gap-2 border-t pt-3">
      {stop.parcels.map((parcel) => (
        <li key={parcel.id} className="flex gap-2.5">
          <Package aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
          <span className="min-w-0">
            <span className="block text-base font-semibold tabular-nums">{parcel.number}</span>
            {[...new Set(parcel.items?.map((item) => item.number))].map((number) => (
              <span key={number} className="block text-sm text-muted">
                <span className="tabular-nums">{number}</span>:{" "}
                {parcel.items
                  .filter((item) => item.number === number)
                  .map((item) => itemName({ ...item, teeth: [] }, "fdi"))
                  .join(", ")}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Opens the phone's navigation: by coordinates, else by the address. A plain link, nothing is embedded. */
function directionsTo(stop: DriverStop): string {
  const destination =
    stop.latitude && stop.longitude
      ? `${stop.latitude},${stop.longitude}`
      : [stop.practice, ...stop.addressLines].filter(Boolean).join(", ");
  return `https://www.google.com/maps/dir/?${new URLSearchParams({ api: "1", destination, travelmode: "driving" })}`;
}
