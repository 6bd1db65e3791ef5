import { type Actor, may } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { certificatesOf } from "@/lib/staff/certificates/queries";
import { leaveBalance } from "@/lib/staff/leave/balance";
import { leaveOf } from "@/lib/staff/leave/queries";
import { departmentChoices, type Person } from "@/lib/staff/profiles/queries";
import { daysAfter, mondayOf } from "@/lib/staff/rota/shift-times";
import { scheduleOf } from "@/lib/staff/schedules/queries";
import { stageHours } from "@/lib/staff/time/hours";
import { Panel } from "../../ui/card";
import { BalancePanel } from "../leave/balance-panel";
import { LeaveList } from "../leave/leave-list";
import { RequestForm } from "../leave/request-form";
import { CertificatesTab } from "./certificates-tab";
import { ProfileForm } from "./profile-form";
import { ProfileView } from "./profile-view";
import { ScheduleTab } from "./schedule-tab";
import { TimeTab } from "./time-tab";

export const TABS = [
  { key: "schedule", label: "Times" },
  { key: "leave", label: "Leave" },
  { key: "certificates", label: "Certificates" },
  { key: "time", label: "Hours" },
] as const;

const WEEKS_SHOWN = 8;

type PersonTabProps = {
  actor: Actor;
  person: Person;
  tab: "profile" | (typeof TABS)[number]["key"];
  own: boolean;
};

/** What the chosen tab of a person shows. */
export async function PersonTab({ actor, person, tab, own }: PersonTabProps) {
  const { userId } = person;
  const today = labToday(actor.lab.timeZone);
  const editable = may(actor, "staff.manage");
  switch (tab) {
    case "profile": {
      if (!editable) return <ProfileView key={person.version} person={person} own={own && may(actor, "rota.view")} />;
      const departments = await asActor(actor, departmentChoices);
      return (
        <ProfileForm key={person.version} person={person} departments={departments} currency={actor.lab.currency} />
      );
    }
    case "schedule": {
      const schedule = await asActor(actor, (tx) => scheduleOf(tx, userId, today));
      return <ScheduleTab userId={userId} {...schedule} today={today} editable={editable} />;
    }
    case "leave": {
      const { leave, balance } = await asActor(actor, async (tx) => ({
        leave: await leaveOf(tx, userId),
        balance: person.profileId ? await leaveBalance(tx, person.profileId, Number(today.slice(0, 4))) : null,
      }));
      const approves = may(actor, "leave.approve");
      return (
        <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
          <Panel title="Leave" flush>
            <LeaveList
              label="Leave"
              leave={leave}
              linked={approves}
              withdrawUntil={own && may(actor, "rota.view") ? today : undefined}
              empty="No leave yet"
            />
          </Panel>
          <div className="flex flex-col gap-4">
            {balance && <BalancePanel balance={balance} />}
            {approves && !own && (
              <Panel title="Enter leave that holds at once">
                <RequestForm userId={userId} today={today} />
              </Panel>
            )}
          </div>
        </div>
      );
    }
    case "certificates": {
      const certificates = await asActor(actor, (tx) => certificatesOf(tx, userId, today));
      return <CertificatesTab userId={userId} certificates={certificates} editable={editable} />;
    }
    case "time": {
      const first = daysAfter(mondayOf(today), -7 * (WEEKS_SHOWN - 1));
      const weeks = Array.from({ length: WEEKS_SHOWN }, (_, n) => daysAfter(first, 7 * n));
      const hours = await asActor(actor, (tx) => stageHours(tx, userId, first));
      return <TimeTab hours={hours} weeks={weeks} locale={actor.lab.locale} asOf={new Date().toISOString()} />;
    }
  }
}
