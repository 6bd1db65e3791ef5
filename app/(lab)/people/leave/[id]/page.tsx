import { notFound } from "next/navigation";
import { BalancePanel } from "@/components/people/leave/balance-panel";
import { DecisionForm } from "@/components/people/leave/decision-form";
import { EffectTable } from "@/components/people/leave/effect-table";
import { LeaveList } from "@/components/people/leave/leave-list";
import { LeaveStatusBadge } from "@/components/people/leave/leave-status";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { daysWords, spanWords } from "@/lib/staff/day-words";
import { leaveBalance } from "@/lib/staff/leave/balance";
import { leaveToDecide } from "@/lib/staff/leave/queries";
import { LEAVE_KIND_LABEL } from "@/lib/staff/vocabulary";

export const metadata = { title: "Leave request" };

/** A leave request with what approving it would mean: who else is away, and what the department could still do. */
export default async function LeaveRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("leave.approve");
  const { locale } = actor.lab;
  const { leave, balance } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const found = await leaveToDecide(tx, id);
      if (!found) notFound();
      return { leave: found, balance: await leaveBalance(tx, found.profileId, Number(found.fromDay.slice(0, 4))) };
    }),
  );
  const waits = leave.status === "requested";
  const department = leave.department ?? "No department";
  return (
    <>
      <LiveRefresh topics={["leave"]} />
      <PageHeader
        title={`Leave of ${leave.name}`}
        subtitle={`${LEAVE_KIND_LABEL[leave.kind]}, ${spanWords(leave, locale)}`}
        breadcrumbs={[{ label: "Leave", href: "/people/leave" }]}
        status={<LeaveStatusBadge status={leave.status} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Panel title="Request">
            <DescriptionList
              columns={2}
              items={[
                { term: "Takes", value: daysWords(leave.days) },
                { term: "Department", value: leave.department },
                { term: "Asked", value: <DateTime iso={leave.askedAt.toISOString()} /> },
                {
                  term: "Answered",
                  value: leave.decidedAt && (
                    <>
                      {leave.decidedBy}, <DateTime iso={leave.decidedAt.toISOString()} />
                    </>
                  ),
                },
                { term: "Words to it", value: leave.note, wide: true },
                { term: "Answer", value: leave.answer, wide: true },
              ]}
            />
          </Panel>
          {waits && leave.userId === actor.userId && (
            <Notice tone="info" title="This is your own">
              Somebody else decides on it, as long as another may.
            </Notice>
          )}
          {waits && (
            <Panel title="Answer">
              <DecisionForm id={leave.id} version={leave.version} />
            </Panel>
          )}
          <BalancePanel balance={balance} title={`Holiday of ${leave.name} in ${balance.year}`} />
        </div>
        <div className="flex flex-col gap-4">
          <Panel
            title={`What ${department} can do`}
            aside="Units a day"
            flush
            actions={
              may(actor, "reports.view") &&
              leave.departmentId &&
              (waits || leave.status === "approved") && (
                <LinkButton size="sm" href={waits ? supposedHref(leave) : "/departments/promises"}>
                  {waits ? "What it does to promises" : "Promises in danger"}
                </LinkButton>
              )
            }
          >
            <EffectTable effect={leave.effect} department={department} locale={locale} />
          </Panel>
          <Panel title="Away at the same time" flush>
            <LeaveList
              label="Away at the same time"
              leave={leave.others}
              names
              linked
              empty={leave.department ? `Nobody else of ${leave.department} is away` : "Nobody else is away"}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** The capacity of the lab supposing that this person is away on these days, before anybody approved it. */
const supposedHref = (leave: { profileId: string; fromDay: string; toDay: string }) =>
  `/departments/capacity?${new URLSearchParams({ what: `p.${leave.profileId}`, from: leave.fromDay, to: leave.toDay })}`;
