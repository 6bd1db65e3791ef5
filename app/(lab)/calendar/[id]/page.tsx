import { Pencil } from "lucide-react";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AnswerButtons } from "@/components/calendar/answer-buttons";
import { AppointmentFacts } from "@/components/calendar/appointment-facts";
import { CancelDialog } from "@/components/calendar/cancel-dialog";
import { InvitedList } from "@/components/calendar/invited-list";
import { ReminderChoice } from "@/components/calendar/reminder-choice";
import { RestoreButton } from "@/components/calendar/restore-button";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { readAppointment } from "@/lib/calendar/appointment-page";
import { labClock, spanWords } from "@/lib/calendar/lab-time";
import { TYPE_LABEL } from "@/lib/calendar/vocabulary";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Appointment" };

type Props = { params: Promise<{ id: string }> };

export default async function AppointmentPage({ params }: Props) {
  const actor = await pageActor("calendar.use");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const found = await asActor(actor, (tx) => readAppointment(tx, actor, id.data));
  if (!found) notFound();
  const { timeZone, locale } = actor.lab;
  const own = found.people.find(({ userId }) => userId === actor.userId);
  const over = Date.parse(found.endsAt) < Date.now();
  return (
    <>
      <LiveRefresh topics={[`appointment:${found.id}`]} />
      <PageHeader
        title={found.title}
        subtitle={spanWords(found.startsAt, found.endsAt, timeZone, locale)}
        breadcrumbs={[{ label: "Calendar", href: `/calendar?day=${labClock(found.startsAt, timeZone).day}` }]}
        status={
          found.cancelled ? (
            <StatusBadge tone="danger">Cancelled</StatusBadge>
          ) : (
            <StatusBadge tone="neutral">{over ? "Over" : TYPE_LABEL[found.type]}</StatusBadge>
          )
        }
        actions={
          found.editable && (
            <>
              <CancelDialog id={found.id} version={found.version} ofSeries={found.series !== null} />
              <LinkButton href={`/calendar/${found.id}/edit`} icon={<Pencil />} variant="primary">
                Change
              </LinkButton>
            </>
          )
        }
      />
      {found.cancelled && (
        <Notice
          tone="warning"
          title={`Cancelled by ${found.cancelled.by}`}
          className="mb-4"
          action={found.restorable && <RestoreButton id={found.id} version={found.version} />}
        >
          {found.cancelled.note} <DateTime iso={found.cancelled.at} />
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <AppointmentFacts appointment={found} actor={actor} />
        <div className="flex flex-col gap-4">
          {own && !found.cancelled && !over && (
            <Panel title="Your answer">
              <div className="flex flex-col gap-3">
                <AnswerButtons id={found.id} answer={own.answer} />
                <ReminderChoice id={found.id} minutes={own.reminderMinutes} />
              </div>
            </Panel>
          )}
          <InvitedList people={found.people} organiserId={found.organiser.id} />
        </div>
      </div>
    </>
  );
}
