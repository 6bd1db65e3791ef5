import { Clock, Navigation, Package, PackagePlus, Phone } from "lucide-react";
import { type DayShipment, type DayStop, toFetch, toHandOver } from "@/lib/logistics/road/day";
import { closedOn } from "@/lib/practices/opening-hours";
import { StopStatusBadge } from "../logistics/status-badges";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { DateTime } from "../ui/time";

type StopCardProps = { stop: DayStop; date: string; position: string };

/** The stop at hand, large: where, when, what goes in and out, with navigation and telephone. */
export function StopCard({ stop, date, position }: StopCardProps) {
  const big = cn(buttonClass({ size: "lg" }), "flex-1");
  const [bring, fetch] = [toHandOver(stop), toFetch(stop)];
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
        <span>
          {stop.expectedAt && stop.status !== "arrived" && (
            <span className="font-medium">
              About <DateTime iso={stop.expectedAt} format="time" />
              {" · "}
            </span>
          )}
          <Window stop={stop} date={date} />
        </span>
      </p>
      {stop.notes && <p className="mt-2 text-base">{stop.notes}</p>}
      {stop.failure && (
        <p className="mt-2 text-base text-warning-text">
          Tried before: {[stop.failure, stop.failureNote].filter(Boolean).join(", ")}
        </p>
      )}
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
      <Shipments label="Hand over" shipments={bring} incoming={false} />
      <Shipments label="Collect" shipments={fetch} incoming />
      {bring.length + fetch.length === 0 && (
        <p className="mt-4 border-t pt-3 text-base text-muted">
          Nothing to hand over and nothing asked to be collected.
        </p>
      )}
    </article>
  );
}

function Window({ stop, date }: { stop: DayStop; date: string }) {
  if (stop.windowFrom && stop.windowTo)
    return (
      <span className="tabular-nums">
        Open {stop.windowFrom}–{stop.windowTo}
      </span>
    );
  if (closedOn(stop.hours, date)) return <span className="font-medium text-warning-text">Closed on this day</span>;
  return <span className="text-muted">Opening hours not known</span>;
}

function Shipments({ label, shipments, incoming }: { label: string; shipments: DayShipment[]; incoming: boolean }) {
  if (shipments.length === 0) return null;
  const Icon = incoming ? PackagePlus : Package;
  return (
    <section aria-label={label} className="mt-4 border-t pt-3">
      <h3 className="font-semibold">{label}</h3>
      <ul className="mt-2 flex flex-col gap-2">
        {shipments.map((one) => (
          <li key={one.id} className="flex gap-2.5">
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
            <span className="min-w-0">
              <span className="block text-base font-semibold tabular-nums">
                {one.number}
                <span className="font-normal text-muted"> · {parcelsOf(one, incoming)}</span>
              </span>
              {one.cases.map((found) => (
                <span key={found.id} className="block text-sm text-muted">
                  <span className="tabular-nums">{found.number}</span>: {found.what}
                </span>
              ))}
              {one.note && <span className="block text-sm wrap-anywhere">{one.note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function parcelsOf(one: DayShipment, incoming: boolean): string {
  const many = incoming ? (one.parcelsExpected ?? one.parcels.length) : one.parcels.length;
  if (many === 0) return incoming ? "parcels not said" : "no parcel";
  return `${many} ${many === 1 ? "parcel" : "parcels"}`;
}

/** Opens the phone's navigation: by coordinates, else by the address. A plain link, nothing is embedded. */
function directionsTo(stop: DayStop): string {
  const destination =
    stop.latitude && stop.longitude
      ? `${stop.latitude},${stop.longitude}`
      : [stop.practice, ...stop.addressLines].filter(Boolean).join(", ");
  return `https://www.google.com/maps/dir/?${new URLSearchParams({ api: "1", destination, travelmode: "driving" })}`;
}
