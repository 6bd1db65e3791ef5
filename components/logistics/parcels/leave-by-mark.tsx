import type { Method } from "@/lib/logistics/carriers/way";
import { leaveByOn, leaveByWords } from "@/lib/logistics/parcels/leave-by";
import { Badge } from "../../ui/badge";
import { DateTime } from "../../ui/time";

type LeaveByMarkProps = { leaveBy: string; today: string; method: Method };

/** By when something leaves the lab: late and today stand out by colour and word. Days are `YYYY-MM-DD` of the lab. */
export function LeaveByMark({ leaveBy, today, method }: LeaveByMarkProps) {
  const standing = leaveByOn(leaveBy, today);
  const words = leaveByWords(standing, method);
  if (standing === "today") return <Badge tone="warning">{words}</Badge>;
  return (
    <span className={standing === "late" ? "font-medium text-danger-text" : "text-muted"}>
      {words} <DateTime iso={leaveBy} format="day" />
    </span>
  );
}
