import type { AppointmentType, Repeat } from "@/lib/calendar/vocabulary";

/** What the form of an appointment holds; "" stands for none. Days and clocks are the lab's. */
export type AppointmentValues = {
  type: AppointmentType;
  title: string;
  notes: string;
  day: string;
  startsAt: string;
  endDay: string;
  endsAt: string;
  roomId: string;
  location: string;
  departmentId: string;
  caseNumber: string;
  practiceId: string;
  routeId: string;
  equipmentId: string;
  planId: string;
  isPrivate: boolean;
  people: string[];
  guests: { name: string; email: string }[];
  repeat: "none" | Repeat;
  until: string;
  scope: "this" | "following";
};

/** A clock (`HH:MM`) so many minutes later, within the day. */
export function later(clock: string, minutes: number): string {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  const at = Math.min(hours * 60 + rest + minutes, 23 * 60 + 59);
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/** How many minutes lie between two clocks of the same or a later day. */
export function minutesBetween({ day, startsAt, endDay, endsAt }: AppointmentValues): number {
  return (Date.parse(`${endDay}T${endsAt}Z`) - Date.parse(`${day}T${startsAt}Z`)) / 60_000;
}
