import { CalendarPlus } from "lucide-react";
import Link from "next/link";
import { spanWords } from "@/lib/calendar/lab-time";
import type { appointmentsOfCase } from "@/lib/calendar/queries";
import { TYPE_LABEL } from "@/lib/calendar/vocabulary";
import { StatusBadge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { Panel } from "../ui/card";

type CaseAppointmentsProps = {
  appointments: Awaited<ReturnType<typeof appointmentsOfCase>>;
  number: string;
  region: { timeZone: string; locale: string };
};

/** The appointments that name a case, and a way to plan a review of it. */
export function CaseAppointments({ appointments, number, region }: CaseAppointmentsProps) {
  return (
    <Panel
      title="Appointments"
      actions={
        <LinkButton
          size="sm"
          icon={<CalendarPlus />}
          href={`/calendar/new?type=case_review&case=${encodeURIComponent(number)}`}
        >
          Plan a review
        </LinkButton>
      }
    >
      {appointments.length === 0 ? (
        <p className="text-sm text-muted">None planned.</p>
      ) : (
        <ul className="flex flex-col divide-y">
          {appointments.map(({ id, title, type, startsAt, endsAt, room, cancelled }) => (
            <li key={id} className="flex items-start gap-2 py-2 text-sm first:pt-0 last:pb-0">
              <span className="min-w-0 flex-1">
                <Link href={`/calendar/${id}`} className="font-medium hover:underline">
                  {title}
                </Link>
                <span className="block text-xs text-muted tabular-nums">
                  {[TYPE_LABEL[type], spanWords(startsAt, endsAt, region.timeZone, region.locale), room]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </span>
              {cancelled && <StatusBadge tone="neutral">Cancelled</StatusBadge>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
