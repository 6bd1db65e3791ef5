import { notFound } from "next/navigation";
import { z } from "zod";
import { LOAD_LOOK, SHORT_WORDS } from "@/components/departments/load-look";
import { LoadTable } from "@/components/departments/load-table";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { loadLevel } from "@/lib/departments/capacity/place-load";
import { capacityPlan, loadBehind } from "@/lib/departments/capacity/queries";
import { loadParams } from "@/lib/departments/capacity/schema";

export const metadata = { title: "Load of a day" };

export default async function LoadPage({ params, searchParams }: PageProps<"/departments/[id]/load">) {
  const actor = await pageActor("reports.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const wanted = loadParams.parse(await searchParams).day;
  const found = await asActor(actor, async (tx) => {
    const plan = await capacityPlan(tx);
    const department = plan.departments.find((each) => each.id === id.data);
    const at = Math.max(0, plan.days.indexOf(wanted ?? ""));
    const day = department?.days[at];
    if (!department || !day) return null;
    const { waiting } = day;
    return {
      plan,
      department,
      at,
      day,
      behind: await loadBehind(tx, id.data, { n: at + 1, waiting, startsIn: plan.startsIn }),
    };
  });
  if (!found) notFound();
  const { plan, department, at, day, behind } = found;
  const { tone, icon, word } = LOAD_LOOK[loadLevel(day)];
  const address = (to: number) => `/departments/${department.id}/load?day=${plan.days[to]}`;
  return (
    <>
      <PageHeader
        title={`${department.name}: load`}
        subtitle={<DateTime iso={day.day} format="date" />}
        status={
          <StatusBadge tone={tone} icon={icon}>
            {day.over > 0 ? `${day.over} units over` : word}
          </StatusBadge>
        }
        breadcrumbs={[
          { label: "Departments", href: "/departments" },
          { label: "Capacity and load", href: "/departments/capacity" },
        ]}
        actions={
          <>
            {at > 0 && <LinkButton href={address(at - 1)}>Day before</LinkButton>}
            {at < plan.days.length - 1 && <LinkButton href={address(at + 1)}>Day after</LinkButton>}
          </>
        }
      />
      <div className="mb-4 grid grid-cols-2 gap-3 md:grid-cols-4">
        <Stat label="Waiting from before" value={day.waiting} detail="units" />
        <Stat label="Arriving" value={day.arriving} detail="units" />
        <Stat label="Load" value={day.load} detail="units" />
        <Stat
          label="Capacity"
          value={day.capacity ?? "No limit"}
          detail={day.shortOf ? `${SHORT_WORDS[day.shortOf]}; usually ${department.usual}` : "units"}
        />
      </div>
      {behind.total > behind.items.length && (
        <p className="mb-2 text-sm text-muted">
          The first {behind.items.length} of {behind.total} items ({behind.units} units), the earliest due first.
        </p>
      )}
      <LoadTable rows={behind.items} />
    </>
  );
}
