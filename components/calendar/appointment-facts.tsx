import Link from "next/link";
import type { ReactNode } from "react";
import { type Actor, may } from "@/lib/access/actor";
import type { Appointment } from "@/lib/calendar/appointment-page";
import { TYPE_LABEL } from "@/lib/calendar/vocabulary";
import { Panel } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { DateTime } from "../ui/time";

/** What an appointment is, where, and what it is about, with ways to what the reader may open. */
export function AppointmentFacts({ appointment, actor }: { appointment: Appointment; actor: Actor }) {
  const { type, room, location, department, machine, plan, route, practice, series, notes, organiser, isPrivate } =
    appointment;
  const link = (thing: { id: string; name: string } | null, path: string, allowed: boolean): ReactNode =>
    thing &&
    (allowed ? (
      <Link href={`${path}/${thing.id}`} className="underline">
        {thing.name}
      </Link>
    ) : (
      thing.name
    ));
  const items = [
    { term: "Type", value: TYPE_LABEL[type] },
    { term: "Organised by", value: organiser.name },
    { term: "Where", value: [room?.name, location].filter(Boolean).join(", ") },
    {
      term: "Repeats",
      value: series && (
        <>
          {series.repeat === "weekly" ? "Every week" : "Every month"} until{" "}
          <DateTime iso={series.until} format="date" zone="UTC" />
        </>
      ),
    },
    { term: "Case", value: link(appointment.case, "/cases", may(actor, "cases.view")) },
    { term: "Practice", value: link(practice, "/practices", may(actor, "practices.view")) },
    {
      term: "Machine",
      value: machine && (
        <>
          {link(machine, "/departments/machines", may(actor, "departments.manage"))}
          {!appointment.cancelled && ", planned as down for this time"}
        </>
      ),
    },
    { term: "Maintenance", value: plan?.name },
    { term: "Route", value: link(route, "/routes", may(actor, "shipments.view")) },
    { term: "Department", value: department?.name },
    {
      term: "Seen by",
      value: isPrivate ? "Only who is invited; others see that the time is taken" : "Everybody with the calendar",
    },
  ];
  return (
    <Panel title="Appointment">
      <DescriptionList items={items.filter(({ value }) => value)} />
      {notes && <p className="mt-4 border-t pt-3 text-sm break-words whitespace-pre-wrap">{notes}</p>}
    </Panel>
  );
}
