import { notFound } from "next/navigation";
import { z } from "zod";
import { CaseAppointments } from "@/components/calendar/case-appointments";
import { AddFiles } from "@/components/cases/add-files";
import { ApprovalsPanel } from "@/components/cases/approvals/approvals-panel";
import { AskApproval } from "@/components/cases/approvals/ask-approval";
import { CaseFrame } from "@/components/cases/case-frame";
import { CaseTimeline } from "@/components/cases/case-timeline";
import { nameOf } from "@/components/cases/case-view";
import { FilesPanel } from "@/components/cases/files-panel";
import { ItemsPanel } from "@/components/cases/items-panel";
import { NoteForm } from "@/components/cases/note-form";
import { NotesPanel } from "@/components/cases/notes-panel";
import { PrescriptionPanel } from "@/components/cases/prescription-panel";
import { DeclineRemake } from "@/components/cases/remakes/decline-remake";
import { MakeRemake } from "@/components/cases/remakes/make-remake";
import { RemakesPanel } from "@/components/cases/remakes/remakes-panel";
import { TryInsPanel } from "@/components/cases/try-ins/try-ins-panel";
import { IssueStatement } from "@/components/inventory/trace/issue-statement";
import { MaterialsPanel } from "@/components/inventory/trace/materials-panel";
import { CustodyChain } from "@/components/logistics/custody-chain";
import { FailedList } from "@/components/logistics/dispatch/failed-list";
import { ProofPanel } from "@/components/logistics/proofs/proof-panel";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { appointmentsOfCase } from "@/lib/calendar/queries";
import { approvalsOf, askable } from "@/lib/cases/approvals/queries";
import { type CaseHead, caseHead } from "@/lib/cases/case-head";
import { caseRules } from "@/lib/cases/case-rules";
import { reasonChoices } from "@/lib/cases/reason";
import { caseRecord, recordNotes } from "@/lib/cases/record-queries";
import { remakesOf } from "@/lib/cases/remakes/queries";
import { tryInsOf } from "@/lib/cases/try-ins";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";
import { filesOfCase } from "@/lib/files/rows";
import { timelineOf } from "@/lib/history/queries";
import { newestStatement } from "@/lib/inventory/statement/issued";
import { lotsOfCase } from "@/lib/inventory/trace/uses";
import { labToday } from "@/lib/labs/today";
import { custodyChain } from "@/lib/logistics/custody/chain";
import { failedDelivery } from "@/lib/logistics/dispatch/failed-delivery";
import { proofsOf } from "@/lib/logistics/proofs/proofs-of";

type CasePageProps = { params: Promise<{ id: string }> };

const LATEST = 12;
const FINISHED = ["finished", "shipped", "delivered"];

const read = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => {
    const head = await caseHead(tx, id);
    if (!head) return null;
    return {
      head,
      notes: await recordNotes(tx, id),
      files: may(actor, "files.view") ? await filesOfCase(tx, id) : [],
      events: await timelineOf(tx, id, LATEST),
      approvals: await approvalsOf(tx, id),
      remakes: await remakesOf(tx, id),
      appointments: may(actor, "calendar.use") ? await appointmentsOfCase(tx, actor, id) : null,
      tryIns: await tryInsOf(tx, id),
      delivery: await failedDelivery(tx, actor, { caseId: id }),
      proofs: await proofsOf(tx, id),
      custody: await custodyChain(tx, { caseId: id }, { names: true }),
      causes: await reasonChoices(tx, "remake"),
      rules: await caseRules(tx),
      uses: await lotsOfCase(tx, id),
      statement: await newestStatement(tx, id),
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
  const { head } = record;
  const open = head.found.status !== "delivered" && head.found.status !== "cancelled";
  const atDesign = askable(head.items, record.approvals, actor.toothNotation);
  const delivered = head.items
    .filter(({ status }) => status === "delivered")
    .map((item) => ({ id: item.id, name: nameOf(item, actor.toothNotation) }));
  const mayRemake = may(actor, "cases.remake");
  const remaking = {
    caseId: id,
    number: head.found.number,
    items: delivered,
    causes: record.causes,
    percent: record.rules.remakePercent,
    impression: head.found.impression,
  };
  return (
    <CaseFrame actor={actor} head={head} current="overview">
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <FailedList shipments={record.delivery.failed} choices={record.delivery.choices} />
          <ItemsPanel items={head.items} notation={actor.toothNotation} internal />
          <ApprovalsPanel
            approvals={record.approvals}
            actor={actor}
            base={`/cases/${id}`}
            others={head.found.practice.name}
          >
            {open && may(actor, "cases.ask_approval") && atDesign.length > 0 && (
              <AskApproval caseId={id} items={atDesign} files={record.files} mostBytes={mostBytes()} size="sm" />
            )}
          </ApprovalsPanel>
          <TryInsPanel tryIns={record.tryIns} actor={actor} />
          <MaterialsPanel
            caseId={id}
            uses={record.uses}
            statement={record.statement}
            notation={actor.toothNotation}
            action={
              may(actor, "quality.check") &&
              head.items.some(({ status }) => FINISHED.includes(status)) && (
                <IssueStatement
                  caseId={id}
                  exceptions={record.statement?.exceptions ?? ""}
                  isIssued={Boolean(record.statement)}
                />
              )
            }
          />
          <PrescriptionPanel found={head.found} thisYear={Number(labToday(actor.lab.timeZone).slice(0, 4))} />
          {may(actor, "files.view") && (
            <FilesPanel files={record.files} base={`/cases/${id}/files`}>
              {open && may(actor, "files.upload") && <AddFiles caseId={id} mostBytes={mostBytes()} chooseAudience />}
            </FilesPanel>
          )}
          <NotesPanel notes={record.notes} tellAudience others={head.found.practice.name}>
            {may(actor, "cases.note") && <NoteForm caseId={id} />}
          </NotesPanel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DatesAndPlace head={head} />
          <RemakesPanel
            caseId={id}
            remakes={record.remakes}
            actor={actor}
            base="/cases"
            others={head.found.practice.name}
            action={mayRemake && delivered.length > 0 && <MakeRemake {...remaking} />}
            answer={(asked) =>
              mayRemake && (
                <>
                  <MakeRemake {...remaking} asked={asked.items.map((item) => item.id)} />
                  <DeclineRemake remakeId={asked.id} />
                </>
              )
            }
          />
          {record.appointments && (
            <CaseAppointments appointments={record.appointments} number={head.found.number} region={actor.lab} />
          )}
          <ProofPanel proofs={record.proofs} base={`/cases/${id}`} />
          <CustodyChain steps={record.custody} names />
          <CaseTimeline events={record.events} actor={actor} latest={LATEST} all={`/cases/${id}/history`} />
        </div>
      </div>
    </CaseFrame>
  );
}

function DatesAndPlace({ head: { found, own } }: { head: CaseHead }) {
  return (
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
        ]}
      />
    </Panel>
  );
}
