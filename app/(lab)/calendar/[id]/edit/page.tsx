import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { AppointmentForm } from "@/components/calendar/appointment-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { readAppointment } from "@/lib/calendar/appointment-page";
import { appointmentChoices } from "@/lib/calendar/choices";
import { labClock } from "@/lib/calendar/lab-time";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Change the appointment" };

type Props = { params: Promise<{ id: string }> };

export default async function EditAppointmentPage({ params }: Props) {
  const actor = await pageActor("calendar.use");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const zone = actor.lab.timeZone;
  const { found, choices } = await asActor(actor, async (tx) => ({
    found: await readAppointment(tx, actor, id.data),
    choices: await appointmentChoices(tx, labToday(zone)),
  }));
  if (!found) notFound();
  if (!found.editable) redirect(`/calendar/${found.id}`);
  const [from, to] = [labClock(found.startsAt, zone), labClock(found.endsAt, zone)];
  const kept = (options: typeof choices.rooms, thing: { id: string; name: string } | null) =>
    thing && !options.some(({ value }) => value === thing.id)
      ? [...options, { value: thing.id, label: thing.name }]
      : options;
  return (
    <>
      <PageHeader
        title="Change the appointment"
        breadcrumbs={[
          { label: "Calendar", href: `/calendar?day=${from.day}` },
          { label: found.title, href: `/calendar/${found.id}` },
        ]}
      />
      <AppointmentForm
        key={found.version}
        choices={{
          ...choices,
          routes: kept(choices.routes, found.route),
          machines: kept(choices.machines, found.machine),
        }}
        practiceName={found.practice?.name}
        plan={found.plan && found.machine ? { name: found.plan.name, machineId: found.machine.id } : undefined}
        changing={{ id: found.id, version: found.version, ofSeries: found.series !== null }}
        values={{
          type: found.type,
          title: found.title,
          notes: found.notes ?? "",
          day: from.day,
          startsAt: from.clock,
          endDay: to.day,
          endsAt: to.clock,
          roomId: found.room?.id ?? "",
          location: found.location ?? "",
          departmentId: found.department?.id ?? "",
          caseNumber: found.case?.name ?? "",
          practiceId: found.practice?.id ?? "",
          routeId: found.route?.id ?? "",
          equipmentId: found.machine?.id ?? "",
          planId: found.plan?.id ?? "",
          isPrivate: found.isPrivate,
          people: found.people.flatMap(({ userId }) => userId ?? []),
          guests: found.people.flatMap(({ name, email }) => (email ? [{ name, email }] : [])),
          repeat: "none",
          until: "",
          scope: "this",
        }}
      />
    </>
  );
}
