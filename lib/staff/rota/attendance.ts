import type { RotaCell } from "./queries";

/** Whether somebody is there on a day: all of their time, a part of it, or not; `words` say when, or why not. */
export type Attendance = { there: "all" | "part" | "no"; words: string };

/** How a day of a person stands by their cell of the rota. Leave that is only asked for changes nothing yet; its kind is not told. */
export function attendanceOf(cell: RotaCell | undefined): Attendance {
  const leave = cell?.leave?.asked === false ? cell.leave : null;
  if (leave?.part === "all") return { there: "no", words: "on leave" };
  if (cell?.exception?.kind === "off") return { there: "no", words: "off" };
  if (cell?.exception?.kind === "training") return { there: "no", words: "at training" };
  const times = cell && timesOf(cell);
  if (!times) return { there: "no", words: "not on the rota" };
  if (leave) return { there: "part", words: leave.part === "morning" ? "there from midday" : "there until midday" };
  return { there: "all", words: `there ${times}` };
}

function timesOf({ shifts, exception, hours }: RotaCell): string | null {
  if (shifts.length > 0) return shifts.map(({ from, to }) => `${from}–${to}`).join(", ");
  const weekly = exception?.kind === "other_hours" ? exception : hours;
  return weekly ? `${weekly.from}–${weekly.to}` : null;
}
