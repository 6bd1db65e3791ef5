import { Hammer, PackageOpen } from "lucide-react";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AddFiles } from "@/components/cases/add-files";
import { CaseActions } from "@/components/cases/case-actions";
import { CaseStatusBadge, LatenessMark, UrgencyMark } from "@/components/cases/case-badges";
import { CaseTimeline } from "@/components/cases/case-timeline";
import { FilesPanel } from "@/components/cases/files-panel";
import { ItemsPanel, ReworkBadge } from "@/components/cases/items-panel";
import { NoteForm } from "@/components/cases/note-form";
import { NotesPanel } from "@/components/cases/notes-panel";
import { PrescriptionPanel } from "@/components/cases/prescription-panel";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { shipLateness } from "@/lib/cases/lateness";
import { reasonChoices } from "@/lib/cases/reason";
import { caseRecord, labParticulars, recordItems, recordNotes } from "@/lib/cases/record-queries";
import type { CaseStatus } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";
import { filesOfCase } from "@/lib/files/rows";
import { timelineOf } from "@/lib/history/queries";
import { labToday } from "@/lib/labs/today";

type CasePageProps = { params: Promise<{ id: string }> };

const ON_THE_BENCH: readonly CaseStatus[] = ["received", "designing", "milling", "processing", "qc"];

const read = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => {
    const found = z.uuid().safeParse(id).success ? await caseRecord(tx, id) : null;
    const own = found && (await labParticulars(tx, id));
    if (!found || !own) return null;
    return {
      found,
      own,
      items: await recordItems(tx, id),
      notes: await recordNotes(tx, id),
      files: may(actor, "files.view") ? await filesOfCase(tx, id) : [],
      events: await timelineOf(tx, id),
      holdReasons: await reasonChoices(tx, "hold"),
      cancelReasons: await reasonChoices(tx, "cancellation"),
    };
  });

export async function generateMetadata({ params }: CasePageProps) {
  const actor = await pageActor("cases.view");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) return { title: "Case" };
  return { title: (await asActor(actor, (tx) => caseRecord(tx, id)))?.number ?? "Case" };
}

export default async function CasePage({ params }: CasePageProps) {
  const actor = await pageActor("cases.view");
  const { id } = await params;
  const record = await read(actor, id);
  if (!record) notFound();
  const { found, own, items } = record;
  const today = labToday(actor.lab.timeZone);
  const lateness = shipLateness(found, today);
  const open = found.status !== "delivered" && found.status !== "cancelled";
  return (
    <>
      <LiveRefresh topics={[`case:${id}`]} />
      <PageHeader
        breadcrumbs={[{ label: "Cases", href: "/cases" }]}
        title={found.number}
        subtitle={`${found.patient.reference} · ${found.practice.name}`}
        status={
          <>
            <CaseStatusBadge status={found.status} />
            {found.urgency !== "standard" && <UrgencyMark urgency={found.urgency} />}
            {lateness && <LatenessMark lateness={lateness} />}
            <ReworkBadge items={items} />
          </>
        }
        actions={
          <>
            <NextStep id={id} status={found.status} actor={actor} />
            <CaseActions
              caseId={id}
              version={found.version}
              number={found.number}
              onHold={found.status === "on_hold"}
              dueOn={found.dueOn}
              transitDays={own.transitDays}
              today={today}
              may={{
                hold: open && may(actor, "cases.hold"),
                edit: open && may(actor, "cases.edit"),
                cancel: open && may(actor, "cases.cancel"),
              }}
              holdReasons={record.holdReasons}
              cancelReasons={record.cancelReasons}
            />
          </>
        }
      />
      {own.hold && (
        <Notice tone="warning" title={`On hold: ${own.hold.reason ?? "no reason given"}`} className="mb-4">
          {own.hold.note && <p className="whitespace-pre-wrap">{own.hold.note}</p>}
          <p>
            {own.hold.placedBy ?? "Someone"}, <DateTime iso={own.hold.placedAt} />
            {own.hold.reviewOn && (
              <>
                . Look again on <DateTime iso={own.hold.reviewOn} format="day" />
              </>
            )}
          </p>
        </Notice>
      )}
      {found.status === "cancelled" && (
        <Notice tone="neutral" title="Cancelled" className="mb-4">
          {found.cancelledReason}
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ItemsPanel items={items} notation={actor.toothNotation} internal />
          <PrescriptionPanel found={found} thisYear={Number(today.slice(0, 4))} />
          {may(actor, "files.view") && (
            <FilesPanel files={record.files}>
              {open && may(actor, "files.upload") && <AddFiles caseId={id} mostBytes={mostBytes()} />}
            </FilesPanel>
          )}
          <NotesPanel notes={record.notes} tellAudience others={found.practice.name}>
            {may(actor, "cases.note") && <NoteForm caseId={id} />}
          </NotesPanel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Dates and place">
            <DescriptionList
              columns={1}
              items={[
                { term: "Ship by", value: <DateTime iso={found.shipBy} format="day" /> },
                { term: "Due at the practice", value: <DateTime iso={found.dueOn} format="day" /> },
                { term: "Pan", value: own.pan },
                { term: "Practice", value: `${found.practice.name}, ${found.practice.address}` },
                {
                  term: "Phone",
                  value: found.practice.phone && (
                    <a href={`tel:${found.practice.phone}`} className="underline">
                      {found.practice.phone}
                    </a>
                  ),
                },
                { term: "Submitted by", value: own.submittedBy },
                {
                  term: "Received",
                  value: found.receivedAt && (
                    <>
                      <DateTime iso={found.receivedAt.toISOString()} />
                      {own.receivedBy && `, ${own.receivedBy}`}
                    </>
                  ),
                },
                ...(found.remakeOf
                  ? [
                      {
                        term: "Remake of",
                        value: (
                          <a href={`/cases/${found.remakeOf.id}`} className="underline">
                            {found.remakeOf.number}
                          </a>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Panel>
          <CaseTimeline events={record.events} actor={actor} />
        </div>
      </div>
    </>
  );
}

/** Where the case goes on, for those who take it there. */
function NextStep({ id, status, actor }: { id: string; status: CaseStatus; actor: Actor }) {
  if (status === "submitted" && may(actor, "cases.receive"))
    return (
      <LinkButton href={`/receiving/${id}`} variant="primary" icon={<PackageOpen aria-hidden />}>
        Receive
      </LinkButton>
    );
  if (ON_THE_BENCH.includes(status) && may(actor, "bench.work"))
    return (
      <LinkButton href={`/bench/${id}`} variant="primary" icon={<Hammer aria-hidden />}>
        Work on it
      </LinkButton>
    );
  return null;
}
