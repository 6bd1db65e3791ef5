import { CircleHelp, GraduationCap, PalmtreeIcon, PowerOff, Thermometer } from "lucide-react";
import type { RotaCell } from "@/lib/staff/rota/queries";
import { EXCEPTION_LABEL, LEAVE_KIND_LABEL } from "@/lib/staff/vocabulary";
import { StatusBadge } from "../../ui/badge";

const PART = { all: "", morning: ", morning", afternoon: ", afternoon" } as const;

/** Leave and exceptions of a day, by word and shape; `short` for the narrow cells of a month. */
export function AwayBadge({ cell: { leave, exception }, short }: { cell: RotaCell; short?: boolean }) {
  if (leave) {
    const words = `${leave.kind ? LEAVE_KIND_LABEL[leave.kind] : "Away"}${PART[leave.part]}${leave.asked ? ", asked for" : ""}`;
    const icon = leave.asked
      ? CircleHelp
      : leave.kind === "sick"
        ? Thermometer
        : leave.kind === "training"
          ? GraduationCap
          : PalmtreeIcon;
    const tone = leave.asked ? "neutral" : "info";
    return (
      <StatusBadge tone={tone} icon={icon} title={words} className={short ? "px-0.5" : undefined}>
        {short ? <span className="sr-only">{words}</span> : words}
      </StatusBadge>
    );
  }
  if (!exception) return null;
  const words =
    exception.kind === "other_hours" ? `${exception.from}–${exception.to}` : EXCEPTION_LABEL[exception.kind];
  const icon = exception.kind === "training" ? GraduationCap : PowerOff;
  const said = exception.kind === "other_hours" ? `Other hours ${words}` : words;
  return (
    <StatusBadge
      tone="warning"
      icon={exception.kind === "other_hours" ? undefined : icon}
      title={said}
      className={short ? "px-0.5" : undefined}
    >
      {short ? <span className="sr-only">{said}</span> : words}
    </StatusBadge>
  );
}

/** Whether somebody works on a day at all, leave and exceptions aside. */
export const isRostered = (cell: RotaCell | undefined): cell is RotaCell =>
  cell !== undefined &&
  (cell.shifts.length > 0 || cell.hours !== null || cell.leave !== null || cell.exception !== null);

/** Whether the weekly time of a day still holds: no shift, no exception and no leave of the whole day stand in its place. */
export const showsHours = ({ shifts, hours, exception, leave }: RotaCell): boolean =>
  hours !== null && shifts.length === 0 && exception === null && !(leave && !leave.asked && leave.part === "all");
