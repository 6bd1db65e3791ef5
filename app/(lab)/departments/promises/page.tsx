import { DepartmentTabs } from "@/components/departments/department-tabs";
import { DangerTable } from "@/components/departments/promises/danger-table";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { LISTED, promisesInDanger } from "@/lib/departments/promises/in-danger";

export const metadata = { title: "Promises in danger" };

export default async function PromisesPage() {
  const actor = await pageActor("reports.view");
  const { cases, total } = await asActor(actor, (tx) => promisesInDanger(tx));
  return (
    <>
      <LiveRefresh topics={["queue", "board"]} />
      <PageHeader
        title="Promises in danger"
        subtitle={total === 0 ? undefined : `${total} ${total === 1 ? "case" : "cases"} that will not leave in time`}
        tabs={<DepartmentTabs actor={actor} current="/departments/promises" />}
      />
      <p className="mb-4 text-sm text-muted">
        Open cases that are not late yet but will not be finished by their ship-by day: every department works its queue
        off as the promise reckons it, with the people and machines of the days ahead; a stage's days run from when the
        case got to it, and today counts with the hours it has left. Held cases are left out. Cases past their ship-by
        day stand on the board.
      </p>
      {total > LISTED && (
        <p className="mb-2 text-sm text-muted">The first {LISTED} of them, those that must leave first.</p>
      )}
      <DangerTable rows={cases} mayMove={may(actor, "cases.edit")} />
    </>
  );
}
