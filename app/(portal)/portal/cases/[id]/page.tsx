import { notFound } from "next/navigation";
import { AddFiles } from "@/components/cases/add-files";
import { ApprovalsPanel } from "@/components/cases/approvals/approvals-panel";
import { AwaitedAnswer } from "@/components/cases/approvals/awaited-answer";
import { LatenessMark } from "@/components/cases/case-badges";
import { CaseTimeline } from "@/components/cases/case-timeline";
import { nameOf } from "@/components/cases/case-view";
import { FilesPanel } from "@/components/cases/files-panel";
import { ItemsPanel } from "@/components/cases/items-panel";
import { NoteToLabForm } from "@/components/cases/note-form";
import { NotesPanel } from "@/components/cases/notes-panel";
import { PortalCaseFrame } from "@/components/cases/portal-case-frame";
import { PrescriptionPanel } from "@/components/cases/prescription-panel";
import { AskRemake } from "@/components/cases/remakes/ask-remake";
import { RemakesPanel } from "@/components/cases/remakes/remakes-panel";
import { StageProgress } from "@/components/cases/stage-progress";
import { TryInsPanel } from "@/components/cases/try-ins/try-ins-panel";
import { DeviceStatement } from "@/components/inventory/trace/device-statement";
import { FollowedParcels } from "@/components/logistics/carriers/followed-parcels";
import { CustodyChain } from "@/components/logistics/custody-chain";
import { AwaitedVisits } from "@/components/logistics/eta/awaited-visits";
import { ProofPanel } from "@/components/logistics/proofs/proof-panel";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { approvalsOf } from "@/lib/cases/approvals/queries";
import { portalCaseHead } from "@/lib/cases/case-head";
import { localNow } from "@/lib/cases/due-date";
import { dueLateness } from "@/lib/cases/lateness";
import { caseSteps } from "@/lib/cases/progress";
import { type CaseRecord, type RecordItem, recordNotes } from "@/lib/cases/record-queries";
import { remakesOf } from "@/lib/cases/remakes/queries";
import { tryInsOf } from "@/lib/cases/try-ins";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";
import { filesOfCase } from "@/lib/files/rows";
import { timelineOf } from "@/lib/history/queries";
import { newestStatement } from "@/lib/inventory/statement/issued";
import { labToday } from "@/lib/labs/today";
import { parcelsWithCarrier } from "@/lib/logistics/carriers/carrier-queries";
import { custodyChain } from "@/lib/logistics/custody/chain";
import { ownVisits } from "@/lib/logistics/eta/own-visits";
import { proofsOf } from "@/lib/logistics/proofs/proofs-of";

const read = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => {
    const head = await portalCaseHead(tx, id);
    if (!head) return null;
    return {
      head,
      notes: await recordNotes(tx, id),
      files: may(actor, "files.view") ? await filesOfCase(tx, id) : [],
      events: await timelineOf(tx, id),
      approvals: await approvalsOf(tx, id),
      remakes: await remakesOf(tx, id),
      tryIns: await tryInsOf(tx, id),
      statement: await newestStatement(tx, id),
      followed: await parcelsWithCarrier(tx, id),
      visits: await ownVisits(tx, { caseId: id }),
      proofs: await proofsOf(tx, id),
      custody: await custodyChain(tx, { caseId: id }, { names: false }),
    };
  });

export const metadata = { title: "Case" };

export default async function PortalCasePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("portal.view");
  const { id } = await params;
  const record = await read(actor, id);
  if (!record) notFound();
  const { found, items } = record.head;
  const delivered = items
    .filter(({ status }) => status === "delivered")
    .map((item) => ({ id: item.id, name: nameOf(item, actor.toothNotation) }));
  const waiting = record.approvals.filter(({ decision }) => !decision);
  const today = labToday(actor.lab.timeZone);
  const open = found.status !== "delivered" && found.status !== "cancelled";
  const lateness = latenessOf(found, items, actor, today);
  return (
    <PortalCaseFrame actor={actor} head={record.head} current="overview">
      {waiting.map((approval) => (
        <AwaitedAnswer key={approval.id} approval={approval} actor={actor} base={`/portal/cases/${id}`} />
      ))}
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
          <AwaitedVisits visits={record.visits} actor={actor} />
          <FollowedParcels parcels={record.followed} />
          {found.deliveredAt && (
            <Notice tone="success" title={lateness?.words ?? "Delivered"}>
              <DateTime iso={found.deliveredAt.toISOString()} />
            </Notice>
          )}
          <NotesPanel notes={record.notes} tellAudience={false} others={actor.lab.name}>
            {may(actor, "portal.submit") && <NoteToLabForm caseId={id} lab={actor.lab.name} />}
          </NotesPanel>
          <ApprovalsPanel
            approvals={record.approvals.filter(({ decision }) => decision)}
            actor={actor}
            base={`/portal/cases/${id}`}
            others={actor.lab.name}
          />
          <TryInsPanel tryIns={record.tryIns} actor={actor} />
          <ItemsPanel items={items} notation={actor.toothNotation} internal={false} />
          <PrescriptionPanel found={found} thisYear={Number(today.slice(0, 4))} />
          {may(actor, "files.view") && (
            <FilesPanel files={record.files} base={`/portal/cases/${id}/files`}>
              {open && may(actor, "files.upload") && <AddFiles caseId={id} mostBytes={mostBytes()} />}
            </FilesPanel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <RemakesPanel
            caseId={id}
            remakes={record.remakes}
            actor={actor}
            base="/portal/cases"
            others={actor.lab.name}
            action={
              may(actor, "portal.submit") &&
              delivered.length > 0 &&
              record.remakes.every(({ answeredAt }) => answeredAt) && (
                <AskRemake caseId={id} lab={actor.lab.name} items={delivered} />
              )
            }
          />
          <DeviceStatement statement={record.statement} />
          <ProofPanel proofs={record.proofs} base={`/portal/cases/${id}`} />
          <CustodyChain steps={record.custody} names={false} />
          <CaseTimeline events={record.events} actor={actor} />
        </div>
      </div>
    </PortalCaseFrame>
  );
}

function latenessOf(found: CaseRecord, items: readonly RecordItem[], actor: Actor, today: string) {
  const living = items.filter((item) => item.status !== "cancelled");
  const shipped = living.length > 0 && living.every(({ status }) => status === "shipped" || status === "delivered");
  const deliveredOn = found.deliveredAt && localNow(found.deliveredAt, actor.lab.timeZone).day;
  return dueLateness({ ...found, shipped, deliveredOn }, today);
}
