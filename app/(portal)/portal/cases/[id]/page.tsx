import { Printer } from "lucide-react";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AddFiles } from "@/components/cases/add-files";
import { CaseStatusBadge, LatenessMark, UrgencyMark } from "@/components/cases/case-badges";
import { CaseTimeline } from "@/components/cases/case-timeline";
import { FilesPanel } from "@/components/cases/files-panel";
import { ItemsPanel } from "@/components/cases/items-panel";
import { NoteToLabForm } from "@/components/cases/note-form";
import { NotesPanel } from "@/components/cases/notes-panel";
import { PrescriptionPanel } from "@/components/cases/prescription-panel";
import { StageProgress } from "@/components/cases/stage-progress";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { localNow } from "@/lib/cases/due-date";
import { dueLateness } from "@/lib/cases/lateness";
import { caseSteps } from "@/lib/cases/progress";
import { type CaseRecord, caseRecord, type RecordItem, recordItems, recordNotes } from "@/lib/cases/record-queries";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";
import { filesOfCase } from "@/lib/files/rows";
import { lastHolds, timelineOf } from "@/lib/history/queries";
import { labToday } from "@/lib/labs/today";

const read = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => {
    const found = z.uuid().safeParse(id).success ? await caseRecord(tx, id) : null;
    if (!found) return null;
    return {
      found,
      items: await recordItems(tx, id),
      notes: await recordNotes(tx, id),
      files: may(actor, "files.view") ? await filesOfCase(tx, id) : [],
      events: await timelineOf(tx, id),
      asked: found.status === "on_hold" ? (await lastHolds(tx, [id]))[0] : undefined,
    };
  });

export const metadata = { title: "Case" };

export default async function PortalCasePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("portal.view");
  const { id } = await params;
  const record = await read(actor, id);
  if (!record) notFound();
  const { found, items, asked } = record;
  const today = labToday(actor.lab.timeZone);
  const open = found.status !== "delivered" && found.status !== "cancelled";
  const lateness = latenessOf(found, items, actor, today);
  return (
    <>
      <LiveRefresh topics={[`case:${id}`]} />
      <PageHeader
        breadcrumbs={[{ label: "Cases", href: "/portal" }]}
        title={found.patient.reference}
        subtitle={`${found.number} · ${found.dentist.fullName}`}
        status={
          <>
            <CaseStatusBadge status={found.status} />
            {open && found.urgency !== "standard" && <UrgencyMark urgency={found.urgency} />}
          </>
        }
        actions={
          <LinkButton href={`/portal/cases/${id}/ticket`} icon={<Printer aria-hidden />}>
            Ticket
          </LinkButton>
        }
      />
      {asked && (
        <Notice tone="warning" title={`On hold: ${asked.reason}`} className="mb-4">
          {asked.note && <p className="whitespace-pre-wrap">{asked.note}</p>}
          <p>Write below or add what is missing, and the lab goes on.</p>
        </Notice>
      )}
      {found.status === "cancelled" && (
        <Notice tone="neutral" title="Cancelled" className="mb-4">
          {found.cancelledReason}
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {open && (
            <Card>
              <p className="mb-3 flex flex-wrap items-baseline justify-between gap-x-3 text-lg">
                <span>
                  At your practice <DateTime iso={found.dueOn} format="day" className="font-semibold" />
                </span>
                {lateness && <LatenessMark lateness={lateness} className="text-base" />}
              </p>
              <StageProgress
                label="Progress of the case"
                steps={caseSteps(
                  items,
                  items.flatMap((item) => item.stages.map(({ stage }) => stage)),
                )}
              />
            </Card>
          )}
          {found.deliveredAt && (
            <Notice tone="success" title={lateness?.words ?? "Delivered"}>
              <DateTime iso={found.deliveredAt.toISOString()} />
            </Notice>
          )}
          <NotesPanel notes={record.notes} tellAudience={false} others={actor.lab.name}>
            {may(actor, "portal.submit") && <NoteToLabForm caseId={id} lab={actor.lab.name} />}
          </NotesPanel>
          <ItemsPanel items={items} notation={actor.toothNotation} internal={false} />
          <PrescriptionPanel found={found} thisYear={Number(today.slice(0, 4))} />
          {may(actor, "files.view") && (
            <FilesPanel files={record.files}>
              {open && may(actor, "files.upload") && <AddFiles caseId={id} mostBytes={mostBytes()} />}
            </FilesPanel>
          )}
        </div>
        <CaseTimeline events={record.events} actor={actor} />
      </div>
    </>
  );
}

function latenessOf(found: CaseRecord, items: readonly RecordItem[], actor: Actor, today: string) {
  const living = items.filter((item) => item.status !== "cancelled");
  const shipped = living.length > 0 && living.every(({ status }) => status === "shipped" || status === "delivered");
  const deliveredOn = found.deliveredAt && localNow(found.deliveredAt, actor.lab.timeZone).day;
  return dueLateness({ ...found, shipped, deliveredOn }, today);
}
