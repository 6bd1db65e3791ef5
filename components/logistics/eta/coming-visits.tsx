import { PackageOpen, Truck } from "lucide-react";
import Link from "next/link";
import type { Actor } from "@/lib/access/actor";
import { labToday } from "@/lib/labs/today";
import type { OwnVisit } from "@/lib/logistics/eta/own-visits";
import { visitWords } from "@/lib/logistics/eta/visit-words";
import { Card } from "../../ui/card";
import { cn } from "../../ui/cn";
import { Section } from "../../ui/page-header";

/** The visits a practice can expect today, and what went wrong with earlier ones; nothing when there are none. */
export function ComingVisits({ visits, actor }: { visits: readonly OwnVisit[]; actor: Actor }) {
  const { timeZone, locale } = actor.lab;
  const today = labToday(timeZone);
  const reader = { today, now: new Date(), timeZone, locale };
  const coming = visits.flatMap((visit) => {
    const words =
      visit.day === today || visit.onTheRoad || visit.status === "failed" ? visitWords(visit, reader) : null;
    return words ? [{ visit, words }] : [];
  });
  if (coming.length === 0) return null;
  return (
    <Section title="Coming to you">
      <ul className="grid gap-3 md:grid-cols-2">
        {coming.map(({ visit, words }) => (
          <li key={visit.shipmentId} className="grid">
            <Card className="flex gap-3">
              <span aria-hidden className="mt-0.5 text-muted [&_svg]:size-5">
                {visit.type === "pickup" ? <PackageOpen /> : <Truck />}
              </span>
              <div className="min-w-0 text-sm">
                <p className={cn("font-medium", words.near && "text-accent-text")}>{words.headline}</p>
                <p className="mt-0.5 text-muted">
                  {visit.cases.length === 0 && `${visit.type === "pickup" ? "Pick-up" : "Shipment"} ${visit.number}`}
                  {visit.cases.map(({ id, number, patient }, i) => (
                    <span key={id}>
                      {i > 0 && ", "}
                      <Link href={`/portal/cases/${id}`} className="text-accent-text underline underline-offset-2">
                        {patient} <span className="tabular-nums">({number})</span>
                      </Link>
                    </span>
                  ))}
                </p>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
