import { notFound } from "next/navigation";
import { z } from "zod";
import { ApprovalsPanel } from "@/components/cases/approvals/approvals-panel";
import { AskApproval } from "@/components/cases/approvals/ask-approval";
import { CaseStatusBadge, LatenessMark, UrgencyMark } from "@/components/cases/case-badges";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { FilesPanel, NotesPanel } from "@/components/workflow/enclosures";
import { OpenByScan } from "@/components/workflow/open-by-scan";
import { RxPanel } from "@/components/workflow/rx-panel";
import { WorkPanel } from "@/components/workflow/work-panel";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { approvalsOf, askable } from "@/lib/cases/approvals/queries";
import { localNow } from "@/lib/cases/due-date";
import { shipLateness } from "@/lib/cases/lateness";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";
import { previewMaterials } from "@/lib/inventory/use/preview-materials";
import { benchCase } from "@/lib/workflow/bench-case";
import { questionsOf } from "@/lib/workflow/checklist";
import { listMachines } from "@/lib/workflow/machines/queries";
import { workReasons } from "@/lib/workflow/reasons";
import { workGroups } from "@/lib/workflow/work-groups";

export const metadata = { title: "Case at the bench" };

export default async function BenchCasePage({ params }: { params: Promise<{ caseId: string }> }) {
  const actor = await pageActor("bench.view");
  const id = z.uuid().safeParse((await params).caseId);
  if (!id.success) notFound();
  const shown = await asActor(actor, async (tx) => {
    const record = await benchCase(tx, id.data);
    if (!record) return null;
    const open = record.items.flatMap(({ open, procedureType }) =>
      open ? [{ stage: open.stage, procedureType }] : [],
    );
    const questions = await questionsOf(tx, open);
    return {
      record,
      questions,
      reasons: await workReasons(tx),
      machines: await listMachines(tx),
      materials: await previewMaterials(
        { actor, tx },
        record.items.flatMap((item) => (item.open ? [item.open.id] : [])),
      ),
      approvals: await approvalsOf(tx, id.data),
    };
  });
  if (!shown) notFound();
  const { record, approvals, ...kit } = shown;
  const atDesign = askable(record.items, approvals, actor.toothNotation);
  const lateness = shipLateness(record, localNow(new Date(), actor.lab.timeZone).day);
  const standing = record.status === "on_hold" || record.status === "cancelled";
  return (
    <div data-density="touch">
      <LiveRefresh topics={[`case:${record.id}`]} />
      <PageHeader
        title={record.number}
        breadcrumbs={[{ href: "/bench", label: "Bench" }]}
        status={
          <>
            <CaseStatusBadge status={record.status} />
            {record.urgency !== "standard" && <UrgencyMark urgency={record.urgency} />}
          </>
        }
        subtitle={
          <>
            {record.pan && <>Pan {record.pan} · </>}
            {record.patient.reference} · ships <DateTime iso={record.shipBy} format="day" />{" "}
            {lateness && <LatenessMark lateness={lateness} />}
          </>
        }
        actions={
          <LinkButton href={`/cases/${record.id}`} variant="ghost">
            Whole case
          </LinkButton>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="flex flex-col gap-4">
          {record.status === "on_hold" && (
            <Notice tone="warning" title={`On hold: ${record.hold?.reason ?? "no reason given"}`}>
              {record.hold?.note ?? "Work goes on when it is released."}
            </Notice>
          )}
          {record.status === "cancelled" && (
            <Notice tone="danger" title={`Cancelled: ${record.cancelledReason ?? ""}`} />
          )}
          {!standing && (
            <WorkPanel
              groups={workGroups(record.items, actor.userId)}
              bench={{
                caseId: record.id,
                me: actor.userId,
                notation: actor.toothNotation,
                may: {
                  receive: may(actor, "cases.receive"),
                  work: may(actor, "bench.work"),
                  check: may(actor, "quality.check"),
                  sendBack: may(actor, "bench.send_back"),
                  assign: may(actor, "bench.assign"),
                  ship: may(actor, "shipments.manage"),
                },
                ...kit,
              }}
            />
          )}
          <ApprovalsPanel
            approvals={approvals}
            actor={actor}
            base={`/cases/${record.id}`}
            others={record.practice.name}
          >
            {!standing && atDesign.length > 0 && may(actor, "cases.ask_approval") && (
              <AskApproval caseId={record.id} items={atDesign} files={record.files} mostBytes={mostBytes()} size="lg" />
            )}
          </ApprovalsPanel>
          <OpenByScan at="bench" />
        </div>
        <div className="flex flex-col gap-4">
          <RxPanel record={record} notation={actor.toothNotation} />
          <FilesPanel
            files={record.files}
            caseId={record.id}
            mayAdd={record.status !== "delivered" && record.status !== "cancelled" && may(actor, "files.upload")}
          />
          <NotesPanel notes={record.notes} />
        </div>
      </div>
    </div>
  );
}
