import { ClosingDaysPanel } from "@/components/practices/closing-days-panel";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { closingsOf } from "@/lib/practices/closing-days";
import { closeOwnPracticeAgain, closeOwnPracticeOn, openOwnPracticeOn } from "@/lib/practices/closing-days-actions";

export const metadata = { title: "Closing days" };

export default async function OwnClosingDaysPage() {
  const actor = await pageActor("portal.people");
  const { practice } = actor;
  const today = labToday(actor.lab.timeZone);
  const closings = practice && (await asActor(actor, (tx) => closingsOf(tx, practice.id, today)));
  return (
    <>
      <PageHeader
        title="Closing days"
        subtitle="The lab promises no delivery for days on which your practice is shut"
        breadcrumbs={[{ label: "Practice", href: "/portal/practice" }]}
      />
      {closings ? (
        <div className="max-w-xl">
          <Panel title={practice?.name ?? "Closing days"}>
            <ClosingDaysPanel
              closings={closings}
              today={today}
              editable
              add={closeOwnPracticeOn}
              remove={openOwnPracticeOn}
              restore={closeOwnPracticeAgain}
            />
          </Panel>
        </div>
      ) : (
        <EmptyState
          title="Your account is not linked to a practice"
          hint="The lab links accounts to practices. Please call it."
        />
      )}
    </>
  );
}
