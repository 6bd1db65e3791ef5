import { z } from "zod";
import { AppointmentForm } from "@/components/calendar/appointment-form";
import { later } from "@/components/calendar/form-values";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { dayParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { appointmentChoices } from "@/lib/calendar/choices";
import { APPOINTMENT_TYPES } from "@/lib/calendar/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { listPlans } from "@/lib/departments/maintenance/queries";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "New appointment" };

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** What a link to the form may fill in beforehand. */
const params = z.object({
  day: dayParam.optional().catch(undefined),
  from: clock.catch("09:00"),
  to: clock.optional().catch(undefined),
  case: z
    .string()
    .max(30)
    .regex(/^[\w-]*$/)
    .catch(""),
  type: z.enum(APPOINTMENT_TYPES).catch("meeting"),
  machine: z.uuid().or(z.literal("")).catch(""),
  plan: z.uuid().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewAppointmentPage({ searchParams }: Props) {
  const actor = await pageActor("calendar.use");
  const { day: asked, from, to, case: number, type, machine, plan: planId } = params.parse(await searchParams);
  const today = labToday(actor.lab.timeZone);
  const day = asked ?? today;
  const { choices, plan } = await asActor(actor, async (tx) => ({
    choices: await appointmentChoices(tx, today),
    plan:
      planId && may(actor, "departments.manage")
        ? (await listPlans(tx, today)).find(({ id }) => id === planId)
        : undefined,
  }));
  return (
    <>
      <PageHeader title="New appointment" breadcrumbs={[{ label: "Calendar", href: `/calendar?day=${day}` }]} />
      <AppointmentForm
        choices={choices}
        plan={plan && { name: plan.name, machineId: plan.equipmentId }}
        values={{
          type: plan ? "equipment_service" : type,
          title: plan ? `${plan.name}, ${plan.machineName}` : "",
          notes: plan?.instructions ?? "",
          day,
          startsAt: from,
          endDay: day,
          endsAt: to && to > from ? to : later(from, 60),
          roomId: "",
          location: "",
          departmentId: "",
          caseNumber: number,
          practiceId: "",
          routeId: "",
          equipmentId: plan?.equipmentId ?? machine,
          planId: plan?.id ?? "",
          isPrivate: false,
          people: actor.userId ? [actor.userId] : [],
          guests: [],
          repeat: "none",
          until: "",
          scope: "this",
        }}
      />
    </>
  );
}
