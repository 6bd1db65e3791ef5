import { FileText } from "lucide-react";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AffectedPanel } from "@/components/inventory/recalls/affected-panel";
import { CloseDialog, WithdrawDialog } from "@/components/inventory/recalls/end-dialog";
import { NoticesPanel } from "@/components/inventory/recalls/notices-panel";
import { RecallStatus } from "@/components/inventory/recalls/recall-status";
import { TellRest } from "@/components/inventory/recalls/tell-rest";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { reasonChoices } from "@/lib/cases/reason";
import { asActor } from "@/lib/db/as-actor";
import { type Recall, readRecall } from "@/lib/inventory/recalls/queries";

export const metadata = { title: "Recall" };

export default async function RecallPage({ params }: PageProps<"/inventory/recalls/[id]">) {
  const actor = await pageActor("inventory.view");
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const shown = await asActor(actor, async (tx) => {
    const recall = await readRecall(tx, id, actor.toothNotation);
    return recall && { recall, holdReasons: await reasonChoices(tx, "hold") };
  });
  if (!shown) notFound();
  const { recall, holdReasons } = shown;
  const isOpen = !recall.closedAt && !recall.withdrawnAt;
  const mayAct = may(actor, "inventory.recall");
  const told = new Set(recall.list.flatMap((notice) => notice.told.cases.map(({ caseId }) => caseId)));
  const untold = recall.affected.flatMap(({ cases }) => cases).filter(({ caseId }) => !told.has(caseId)).length;
  return (
    <>
      <LiveRefresh topics={["recalls"]} />
      <PageHeader
        title={`Recall of lot ${recall.lot}`}
        subtitle={recall.material}
        breadcrumbs={[
          { href: "/inventory", label: "Stock" },
          { href: "/inventory/recalls", label: "Recalls" },
        ]}
        status={<RecallStatus of={recall} />}
        actions={
          <>
            <LinkButton
              href={`/api/recalls/${id}/pdf`}
              prefetch={false}
              target="_blank"
              icon={<FileText aria-hidden />}
            >
              File as PDF
            </LinkButton>
            {isOpen && mayAct && (
              <>
                <WithdrawDialog recallId={id} version={recall.version} told={recall.notices} />
                <CloseDialog recallId={id} version={recall.version} waiting={recall.notices - recall.acknowledged} />
              </>
            )}
          </>
        }
      />
      {isOpen && mayAct && untold > 0 && <TellRest recallId={id} cases={untold} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <AffectedPanel
          recallId={id}
          affected={recall.affected}
          holdReasons={holdReasons}
          mayHold={isOpen && mayAct && may(actor, "cases.hold")}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <Facts recall={recall} />
          <NoticesPanel recallId={id} notices={recall.list} isOpen={isOpen} mayAct={mayAct} />
        </div>
      </div>
    </>
  );
}

function Facts({ recall }: { recall: Recall }) {
  const ended = (at: Date | null, by: string | null, words: string | null) =>
    at && (
      <>
        {words} <DateTime iso={at.toISOString()} />, {by}
      </>
    );
  return (
    <Panel title="The recall">
      <DescriptionList
        columns={1}
        items={[
          { term: "Why", value: recall.reason },
          { term: "Reference", value: recall.reference },
          { term: "Advice to the practices", value: recall.advice },
          {
            term: "Lot",
            value: (
              <a href={`/inventory/lots/${recall.lotId}`} className="underline">
                {recall.lot}, {recall.onHand} {recall.unit} left
              </a>
            ),
          },
          {
            term: "Recalled",
            value: (
              <>
                <DateTime iso={recall.recalledAt.toISOString()} />, {recall.recalledBy}
              </>
            ),
          },
          ...(recall.closedAt
            ? [{ term: "Closed", value: ended(recall.closedAt, recall.closedBy, recall.outcome) }]
            : []),
          ...(recall.withdrawnAt
            ? [{ term: "Withdrawn", value: ended(recall.withdrawnAt, recall.withdrawnBy, recall.withdrawnReason) }]
            : []),
        ]}
      />
    </Panel>
  );
}
