import { Hammer, PackageOpen } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import type { CaseHead } from "@/lib/cases/case-head";
import { itemName } from "@/lib/cases/item-name";
import { shipLateness } from "@/lib/cases/lateness";
import type { CaseStatus } from "@/lib/cases/vocabulary";
import { labToday } from "@/lib/labs/today";
import { CaseActions } from "./case-actions";
import { CaseStatusBadge, LatenessMark, UrgencyMark } from "./case-badges";
import { type LabTab, labTabs } from "./case-tabs";
import { ReworkBadge } from "./items-panel";
import { ReviewDialog } from "./review-dialog";

const ON_THE_BENCH: readonly CaseStatus[] = ["received", "designing", "milling", "processing", "qc"];

type CaseFrameProps = {
  actor: Actor;
  /** From `caseHead`, read in the page's own transaction. */
  head: CaseHead;
  /** The tab being shown. */
  current: LabTab;
  counts?: Partial<Record<LabTab, number>>;
  /** Further live topics of the tab beside the case's own. */
  topics?: readonly string[];
  children: ReactNode;
};

/** What stands above every part of a case's record in the lab: number, state, what can be done, and the tabs. It gates nothing. */
export function CaseFrame({ actor, head, current, counts, topics = [], children }: CaseFrameProps) {
  const { found, own, items } = head;
  const { id } = found;
  const today = labToday(actor.lab.timeZone);
  const lateness = shipLateness(found, today);
  const open = found.status !== "delivered" && found.status !== "cancelled";
  const mayTryIn = open && found.status !== "on_hold" && may(actor, "bench.work");
  const tryIns = (mayTryIn ? head.tryInCandidates : []).map((item) => ({
    id: item.id,
    version: item.version,
    name: itemName(item, actor.toothNotation),
  }));
  return (
    <>
      <LiveRefresh topics={[`case:${id}`, ...topics]} />
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
                submit: may(actor, "cases.submit"),
              }}
              tryIns={tryIns}
              holdReasons={head.holdReasons}
              cancelReasons={head.cancelReasons}
            />
          </>
        }
        tabs={<LinkTabs label="Parts of the case" items={labTabs(actor, id, current, counts)} replace={false} />}
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
          {may(actor, "cases.hold") && (
            <div className="mt-2">
              <ReviewDialog caseId={id} reviewOn={own.hold.reviewOn} today={today} />
            </div>
          )}
        </Notice>
      )}
      {found.status === "cancelled" && (
        <Notice tone="neutral" title="Cancelled" className="mb-4">
          <p>{found.cancelledReason}</p>
          {found.cancellation && (
            <p>
              {Number(found.cancellation.charge) > 0 ? (
                <>
                  Charged: <Money amount={found.cancellation.charge} currency={found.cancellation.currency} /> before
                  tax
                </>
              ) : (
                "Nothing is charged."
              )}
            </p>
          )}
        </Notice>
      )}
      {children}
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
