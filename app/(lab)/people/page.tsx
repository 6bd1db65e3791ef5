import { Users } from "lucide-react";
import { redirect } from "next/navigation";
import { z } from "zod";
import { PeopleHeader } from "@/components/people/people-header";
import { PeopleTable } from "@/components/people/people-table";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { departmentChoices, listPeople } from "@/lib/staff/profiles/queries";
import { EMPLOYMENT_TYPES, SKILL_STAGES } from "@/lib/staff/vocabulary";

export const metadata = { title: "People" };

const search = z.object({
  q: wordsParam(100).catch(""),
  department: z.uuid().nullable().catch(null),
  employment: z.enum(EMPLOYMENT_TYPES).nullable().catch(null),
  skill: z.enum(SKILL_STAGES).nullable().catch(null),
  show: z.enum(["left", "all"]).nullable().catch(null),
  after: rowKeyParam,
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The lab's own people; whoever may not see them is led on to the rota. */
export default async function PeoplePage({ searchParams }: Props) {
  const actor = await pageActor("staff.view", "rota.view");
  if (!may(actor, "staff.view")) redirect("/people/rota");
  const asked = await searchParams;
  const { q, department, employment, skill, show, after } = search.parse(asked);
  const filters = { q, departmentId: department, employment, skill, show: show ?? ("here" as const), after };
  const { page, departments } = await asActor(actor, async (tx) => ({
    page: await listPeople(tx, labToday(actor.lab.timeZone), filters),
    departments: await departmentChoices(tx),
  }));
  const last = page.rows.at(-1);
  const further = new URLSearchParams(
    Object.entries({ q, department, employment, skill, show }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  const first = further.size > 0 ? `/people?${further}` : "/people";
  if (last) further.set("after", `${last.name}|${last.userId}`);
  const filtered = q !== "" || department || employment || skill || show;
  return (
    <>
      <LiveRefresh topics={["people", "rota"]} />
      <PeopleHeader
        actor={actor}
        current="/people"
        title="People"
        subtitle="Who works in the lab, where, and what they can do"
        actions={may(actor, "users.manage") && <LinkButton href="/users">Invite through Users</LinkButton>}
      />
      <PeopleTable
        rows={page.rows}
        departments={departments}
        empty={
          <EmptyState
            icon={<Users strokeWidth={1.5} />}
            title={filtered ? "Nobody matches" : "Nobody yet"}
            hint={filtered ? "Try fewer letters or another filter." : "People are invited through Users."}
          />
        }
        pager={
          <Pager
            newerHref={after ? first : undefined}
            olderHref={page.hasMore ? `/people?${further}` : undefined}
            newerLabel="First"
            olderLabel="Next"
            summary={page.rows.length === 1 ? "1 person" : `${page.rows.length} people`}
          />
        }
      />
    </>
  );
}
