import { type OpeningHours, spansText, WEEKDAY_LABEL, WEEKDAYS } from "@/lib/practices/opening-hours";

/** The week of a practice, a line per day. */
export function OpeningTable({ hours }: { hours: OpeningHours | null }) {
  if (!hours || Object.keys(hours).length === 0)
    return <p className="text-sm text-muted">Opening hours are not known.</p>;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      {WEEKDAYS.map((day) => (
        <div key={day} className="contents">
          <dt className="text-muted">{WEEKDAY_LABEL[day]}</dt>
          <dd className="tabular-nums">
            {hours[day]?.length ? spansText(hours[day]) : <span className="text-muted">Closed</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
