import { BalancePanel } from "@/components/people/leave/balance-panel";
import { LeaveList } from "@/components/people/leave/leave-list";
import { RequestForm } from "@/components/people/leave/request-form";
import { PeopleHeader } from "@/components/people/people-header";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { leaveBalance } from "@/lib/staff/leave/balance";
import { comingLeave, leaveOf, waitingLeave } from "@/lib/staff/leave/queries";
import { personOf } from "@/lib/staff/profiles/queries";

export const metadata = { title: "Leave" };

/** Asking for leave and how one's own stands; for those who approve, what waits and what is to come. */
export default async function LeavePage() {
  const actor = await pageActor("rota.view", "leave.approve");
  const today = labToday(actor.lab.timeZone);
  const approves = may(actor, "leave.approve");
  const asks = may(actor, "rota.view");
  const userId = actor.userId ?? "";
  const { own, balance, waiting, coming } = await asActor(actor, async (tx) => {
    const person = asks ? await personOf(tx, userId, false) : null;
    return {
      own: asks ? await leaveOf(tx, userId) : [],
      balance: person?.profileId ? await leaveBalance(tx, person.profileId, Number(today.slice(0, 4))) : null,
      waiting: approves ? await waitingLeave(tx) : [],
      coming: approves ? await comingLeave(tx, today) : [],
    };
  });
  return (
    <>
      <LiveRefresh topics={["leave"]} />
      <PeopleHeader
        actor={actor}
        current="/people/leave"
        title="Leave"
        subtitle="Days away: asked for, approved, and what is left of the year's holiday"
      />
      <div className={asks ? "grid items-start gap-4 lg:grid-cols-[3fr_2fr]" : "max-w-4xl"}>
        <div className="flex flex-col gap-4">
          {approves && (
            <Panel title="Waiting for an answer" flush>
              <LeaveList
                label="Waiting for an answer"
                leave={waiting}
                names
                linked
                empty="Nobody waits for an answer"
              />
            </Panel>
          )}
          {asks && (
            <Panel title="My leave" flush>
              <LeaveList label="My leave" leave={own} withdrawUntil={today} empty="You have asked for no leave yet" />
            </Panel>
          )}
          {approves && (
            <Panel title="Approved and to come" flush>
              <LeaveList label="Approved and to come" leave={coming} names linked empty="Nobody is away" />
            </Panel>
          )}
        </div>
        {asks && (
          <div className="flex flex-col gap-4">
            {balance && <BalancePanel balance={balance} title={`My holiday of ${balance.year}`} />}
            <Panel title="Ask for leave">
              <RequestForm today={today} />
            </Panel>
          </div>
        )}
      </div>
    </>
  );
}
