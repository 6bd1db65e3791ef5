import { InviteUser } from "@/components/access/invite-user";
import { practiceValues } from "@/components/practices/practice-values";
import { CapacityRow } from "@/components/settings/calendar/capacity-row";
import { ClosingDaysPanel } from "@/components/settings/calendar/closing-days-panel";
import { HoursForm } from "@/components/settings/calendar/hours-form";
import { TemplateList } from "@/components/settings/templates/template-list";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import type { Actor } from "@/lib/access/actor";
import { listRoles, listUsers, practiceChoices } from "@/lib/access/users/queries";
import { asActor } from "@/lib/db/as-actor";
import { capacities, closingDaysFrom, labHours } from "@/lib/labs/calendar/queries";
import { firstPriceList } from "@/lib/labs/first-run/price-list";
import type { Step } from "@/lib/labs/first-run/steps";
import { departmentChoices, editedTemplates } from "@/lib/labs/templates/queries";
import { labToday } from "@/lib/labs/today";
import { firstPractices, usualTerms } from "@/lib/practices/queries";
import { FirstPractice } from "./first-practice";
import { PeopleInvited } from "./people-invited";
import { PricesStart } from "./prices-start";

/** The forms of one step of the guide, those of the lab's settings where there are some. */
export function StepContent({ step, actor }: { step: Step; actor: Actor }) {
  return CONTENT[step](actor);
}

const CONTENT: Record<Step, (actor: Actor) => Promise<React.ReactNode>> = {
  hours: async (actor) => {
    const today = labToday(actor.lab.timeZone);
    const [hours, days] = await asActor(
      actor,
      async (tx) => [await labHours(tx), await closingDaysFrom(tx, today)] as const,
    );
    return (
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Working days and hours">
          <HoursForm key={hours.seenAt} hours={hours} />
        </Panel>
        <Panel title="Closing days">
          <ClosingDaysPanel days={days} today={today} />
        </Panel>
      </div>
    );
  },
  departments: async (actor) => {
    const departments = await asActor(actor, capacities);
    return (
      <Panel
        title="What a department can do in a day"
        aside="In units: a crown is one, a bridge one per tooth"
        flush
        actions={
          <LinkButton href="/departments" size="sm">
            All about departments
          </LinkButton>
        }
      >
        <ul className="divide-y">
          {departments.map((department) => (
            <CapacityRow
              key={`${department.id} ${department.units}`}
              department={department}
              waiting={{ here: 0, coming: 0 }}
            />
          ))}
        </ul>
      </Panel>
    );
  },
  templates: async (actor) => {
    const [templates, departments] = await asActor(
      actor,
      async (tx) => [await editedTemplates(tx), await departmentChoices(tx)] as const,
    );
    return <TemplateList templates={templates} departments={departments} />;
  },
  prices: async (actor) => {
    const list = await asActor(actor, firstPriceList);
    return (
      <Panel title="The first price list">
        {list ? (
          <div className="flex flex-col items-start gap-3 text-sm">
            <p>
              “{list.name}” has {list.prices} {list.prices === 1 ? "price" : "prices"} in {list.currency}. Change single
              prices, or take in a CSV file, on its own page.
            </p>
            <LinkButton href="/prices">Open the price list</LinkButton>
          </div>
        ) : (
          <PricesStart currency={actor.lab.currency} />
        )}
      </Panel>
    );
  },
  people: async (actor) => {
    const [roles, practices] = await asActor(
      actor,
      async (tx) => [await listRoles(tx), await practiceChoices(tx)] as const,
    );
    const { rows } = await listUsers(actor, { q: "", roleId: null, status: "active", after: null, before: null });
    return (
      <Panel
        title="Who works here"
        flush
        actions={<InviteUser roles={roles.filter(({ kind }) => kind !== "dentist")} practices={practices} />}
      >
        <PeopleInvited
          people={rows
            .filter(({ role }) => role.kind !== "dentist")
            .map(({ id, name, email, role, invited }) => ({ id, name, email, role: role.name, invited }))}
        />
      </Panel>
    );
  },
  practices: async (actor) => {
    const [practices, usual] = await asActor(
      actor,
      async (tx) => [await firstPractices(tx), await usualTerms(tx)] as const,
    );
    return (
      <>
        {practices.length > 0 && (
          <Panel title="Practices" flush>
            <ul aria-label="Practices" className="divide-y">
              {practices.map(({ id, name, code, dentists }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
                  <span className="min-w-0 flex-1 font-medium">{name}</span>
                  <span className="text-muted">{dentists.length > 0 ? dentists.join(", ") : "no dentist yet"}</span>
                  <LinkButton href={`/practices/${id}`} size="sm" variant="ghost">
                    Open {code}
                  </LinkButton>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel
          title="Add a practice"
          actions={
            <LinkButton href="/practices/import" size="sm">
              Import from a file
            </LinkButton>
          }
        >
          <FirstPractice key={practices.length} values={practiceValues(null, usual)} />
        </Panel>
      </>
    );
  },
};
