import { StatusBadge } from "../../ui/badge";
import { DateTime } from "../../ui/time";

/** Days from one day to another, both `YYYY-MM-DD`; negative when the second is past. */
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A lot's last day and, when it is near or past, a word for it. `today` is the lab's day. */
export function Expiry({ day, today }: { day: string | null; today: string }) {
  if (!day) return <span className="text-muted">–</span>;
  const left = daysBetween(today, day);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <DateTime iso={day} format="date" />
      {left < 0 && <StatusBadge tone="danger">expired</StatusBadge>}
      {left >= 0 && left <= 60 && (
        <StatusBadge tone="warning">
          {left === 0 ? "today" : left === 1 ? "1 day left" : `${left} days left`}
        </StatusBadge>
      )}
    </span>
  );
}
