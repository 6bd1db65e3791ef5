import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AcknowledgeForm } from "@/components/inventory/recalls/acknowledge-form";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { ownNotice } from "@/lib/inventory/recalls/queries";

export const metadata = { title: "Recall" };

export default async function PortalRecallPage({ params }: PageProps<"/portal/recalls/[id]">) {
  const actor = await pageActor("portal.view");
  const id = z.uuid().safeParse((await params).id).data;
  const notice = id ? await asActor(actor, (tx) => ownNotice(tx, id)) : null;
  if (!notice) notFound();
  const { told } = notice;
  return (
    <>
      <LiveRefresh topics={["recalls"]} />
      <PageHeader
        title={`Recall of ${told.material}, lot ${told.lot}`}
        breadcrumbs={[
          { href: "/portal", label: "Cases" },
          { href: "/portal/recalls", label: "Recalls" },
        ]}
        status={
          notice.withdrawnAt ? (
            <StatusBadge tone="neutral">Withdrawn</StatusBadge>
          ) : notice.acknowledgedAt ? (
            <StatusBadge tone="success">Acknowledged</StatusBadge>
          ) : (
            <StatusBadge tone="warning">Waits for you</StatusBadge>
          )
        }
      />
      <div className="flex max-w-3xl flex-col gap-4">
        {notice.withdrawnAt && (
          <Notice tone="info" title="This recall was withdrawn. Nothing needs to be done.">
            {notice.withdrawnReason}
          </Notice>
        )}
        <Panel title="What was recalled">
          <DescriptionList
            columns={1}
            items={[
              { term: "Material", value: [told.material, told.supplier].filter(Boolean).join(", ") },
              { term: "Lot", value: told.lot },
              { term: "Why", value: told.reason },
              { term: "Reference", value: told.reference },
              { term: "What to do", value: told.advice },
              { term: "Told", value: <DateTime iso={notice.toldAt.toISOString()} /> },
            ]}
          />
        </Panel>
        <Panel title="Your cases" aside={told.cases.length} flush>
          <ul aria-label="Your cases" className="divide-y">
            {told.cases.map((each) => (
              <li key={each.caseId} className="px-4 py-2 text-sm">
                <Link href={`/portal/cases/${each.caseId}`} className="font-medium underline">
                  {each.number}
                </Link>{" "}
                {each.items.join(", ")}
                <span className="block text-muted">
                  {each.patient}, {each.dentist}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        {notice.acknowledgedAt ? (
          <Notice tone="success" title={`Acknowledged by ${notice.acknowledgedName}`}>
            <DateTime iso={notice.acknowledgedAt.toISOString()} />
            {notice.remark && <p>{notice.remark}</p>}
          </Notice>
        ) : (
          !notice.withdrawnAt && (
            <Panel title="Please acknowledge">
              <AcknowledgeForm noticeId={notice.id} lab={actor.lab.name} />
            </Panel>
          )
        )}
      </div>
    </>
  );
}
