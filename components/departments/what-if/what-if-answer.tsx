import { CalendarX } from "lucide-react";
import type { Supposition, WhatIf } from "@/lib/departments/capacity/suppose";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Stat } from "../../ui/stat";
import { DateTime } from "../../ui/time";
import { DowntimeDialog } from "../machines/downtime-dialog";
import { DangerList } from "../promises/danger-list";

type Props = {
  supposed: Supposition;
  answer: WhatIf;
  /** Whether the actor may plan a machine's downtime, and the plans of its maintenance with the lab's hours of opening. */
  plan: { plans: readonly { id: string; name: string }[]; opensAt: string; closesAt: string } | null;
  mayEditPeople: boolean;
};

const overDays = (plan: WhatIf["before"]) =>
  plan.departments.flatMap(({ days }) => days.filter(({ over }) => over > 0)).length;
const unitsOf = (plan: WhatIf["before"], departmentId: string | null) =>
  plan.departments
    .filter(({ id }) => id === departmentId)
    .flatMap(({ days }) => days)
    .reduce((sum, { capacity }) => sum + (capacity ?? 0), 0);

/** What a missing machine or person would do to the next four weeks and to the promises, and the way to plan it. */
export function WhatIfAnswer({ supposed, answer, plan, mayEditPeople }: Props) {
  const { missing, from, to } = supposed;
  const { before, after, inDanger, added } = answer;
  const lost = unitsOf(before, missing.departmentId) - unitsOf(after, missing.departmentId);
  const [overBefore, overAfter] = [overDays(before), overDays(after)];
  const more = inDanger.after - inDanger.before;
  return (
    <Panel
      title={
        <>
          {missing.name} {missing.kind === "machine" ? "down" : "away"} <DateTime iso={from} format="date" />
          {to !== from && (
            <>
              {" to "}
              <DateTime iso={to} format="date" />
            </>
          )}
        </>
      }
      aside="Supposed, not planned"
      actions={
        missing.kind === "machine"
          ? plan && (
              <DowntimeDialog
                equipmentId={missing.id}
                plans={plan.plans}
                from={`${from}T${plan.opensAt}`}
                to={`${to}T${plan.closesAt}`}
                then="/departments/promises"
                label="Plan the downtime"
              />
            )
          : mayEditPeople && (
              <LinkButton href={`/people/${missing.userId}`} icon={<CalendarX aria-hidden />}>
                Enter the leave
              </LinkButton>
            )
      }
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <Stat
          label={`${missing.department ?? "Department"} in these four weeks`}
          value={lost === 0 ? "No change" : `−${lost}`}
          detail={
            lost !== 0
              ? "units it can do less"
              : from > (after.days.at(-1) ?? from)
                ? "These days come after the four weeks shown; promises count them"
                : "It has no bound, or can do nothing then already"
          }
        />
        <Stat
          label="Days over capacity"
          value={overAfter}
          detail={`${overBefore} as it is`}
          delta={
            overAfter > overBefore
              ? { text: `${overAfter - overBefore} more`, direction: "up", tone: "danger" }
              : undefined
          }
        />
        <Stat
          label="Promised cases in danger"
          value={inDanger.after}
          detail={`${inDanger.before} as it is`}
          delta={more > 0 ? { text: `${more} more`, direction: "up", tone: "danger" } : undefined}
        />
      </div>
      {added.length > 0 ? (
        <div className="mt-4">
          <h3 className="mb-1 text-sm font-semibold">It would put in danger</h3>
          <DangerList cases={added} />
        </div>
      ) : (
        <p className="mt-4 text-sm text-muted">No promise that holds now would be in danger.</p>
      )}
    </Panel>
  );
}
