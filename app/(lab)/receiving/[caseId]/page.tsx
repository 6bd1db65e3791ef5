import { Hammer, Inbox, Printer } from "lucide-react";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CaseStatusBadge, UrgencyMark } from "@/components/cases/case-badges";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { FilesPanel, NotesPanel } from "@/components/workflow/enclosures";
import { ReceiveForm } from "@/components/workflow/receive-form";
import { RxPanel } from "@/components/workflow/rx-panel";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { type BenchCase, benchCase } from "@/lib/workflow/bench-case";

export const metadata = { title: "Receive a case" };

export default async function ReceiveCasePage({ params }: { params: Promise<{ caseId: string }> }) {
  const actor = await pageActor("cases.receive");
  const id = z.uuid().safeParse((await params).caseId);
  const record = id.success ? await asActor(actor, (tx) => benchCase(tx, id.data)) : null;
  if (!record) notFound();
  return (
    <>
      <LiveRefresh topics={[`case:${record.id}`]} />
      <PageHeader
        title={record.number}
        breadcrumbs={[{ href: "/receiving", label: "Receiving" }]}
        status={
          <>
            <CaseStatusBadge status={record.status} />
            {record.urgency !== "standard" && <UrgencyMark urgency={record.urgency} />}
          </>
        }
        subtitle={
          <>
            {record.practice.name} · {record.patient.reference} · ships <DateTime iso={record.shipBy} format="day" />
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="flex flex-col gap-4 max-lg:order-last">
          <RxPanel record={record} notation={actor.toothNotation} />
          <NotesPanel notes={record.notes} />
        </div>
        <div className="flex flex-col gap-4">
          {record.status === "submitted" ? (
            <ReceiveForm
              caseId={record.id}
              version={record.version}
              impression={record.impression}
              enclosures={record.enclosures}
              files={record.files}
            />
          ) : (
            <Standing record={record} />
          )}
          <FilesPanel
            files={record.files}
            caseId={record.id}
            mayAdd={record.status !== "delivered" && record.status !== "cancelled" && may(actor, "files.upload")}
          />
        </div>
      </div>
    </>
  );
}

/** A case that is not to be received: received already, held before it was, or cancelled. */
function Standing({ record }: { record: BenchCase }) {
  if (!record.receivedAt)
    return (
      <Notice tone="warning" title={record.status === "cancelled" ? "This case was cancelled" : "This case is on hold"}>
        {record.cancelledReason ?? record.hold?.note ?? record.hold?.reason ?? "It cannot be received now."}
      </Notice>
    );
  return (
    <Panel title="Received">
      <p className="text-base">
        <DateTime iso={new Date(record.receivedAt).toISOString()} />
        {record.receivedBy && ` by ${record.receivedBy}`}
      </p>
      <p className="mt-1 text-2xl font-semibold">{record.pan ? `Pan ${record.pan}` : "No pan"}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={`/cases/${record.id}/ticket`} variant="primary" size="lg" icon={<Printer />}>
          Print ticket
        </LinkButton>
        <LinkButton href="/receiving" size="lg" icon={<Inbox />}>
          Next case
        </LinkButton>
        <LinkButton href={`/bench/${record.id}`} size="lg" variant="ghost" icon={<Hammer />}>
          To the bench
        </LinkButton>
      </div>
    </Panel>
  );
}
