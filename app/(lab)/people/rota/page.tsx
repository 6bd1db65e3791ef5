import { DateTime } from "luxon";
import { z } from "zod";
import { PeopleHeader } from "@/components/people/people-header";
import { MonthTable } from "@/components/people/rota/month-table";
import { OffersPanel } from "@/components/people/rota/offers-panel";
import { RotaActions } from "@/components/people/rota/rota-actions";
import { RotaBar } from "@/components/people/rota/rota-bar";
import { RotaReader } from "@/components/people/rota/rota-reader";
import { WeekPlanner } from "@/components/people/rota/week-planner";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { may } from "@/lib/access/actor";
import { dayParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labHours } from "@/lib/labs/calendar/queries";
import { labToday } from "@/lib/labs/today";
import { departmentChoices } from "@/lib/staff/profiles/queries";
import { openFeeds } from "@/lib/staff/rota/feed-address";
import { openOffers } from "@/lib/staff/rota/offers";
import { rotaOf } from "@/lib/staff/rota/queries";
import { daysAfter, mondayOf, rotaDays } from "@/lib/staff/rota/shift-times";

export const metadata = { title: "Rota" };

const search = z.object({
  view: z.enum(["week", "month"]).catch("week"),
  // Weeks and months on from it have to be days of four digits too.
  day: dayParam
    .refine((day) => day < "9999")
    .nullable()
    .catch(null),
  department: z.uuid().nullable().catch(null),
});
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who works when, by week and month; those who manage people plan and publish it here. */
export default async function RotaPage({ searchParams }: Props) {
  const actor = await pageActor("rota.view", "staff.view");
  const today = labToday(actor.lab.timeZone);
  const asked = search.parse(await searchParams);
  const { view } = asked;
  const day = asked.day ?? today;
  const shown = rotaDays(view, day);
  const [from, to] = [shown[0] ?? day, shown.at(-1) ?? day];
  const manages = may(actor, "staff.manage");
  const reader = { manages: may(actor, "staff.view"), ownId: actor.userId };
  const { rota, departments, feeds, hours, offers } = await asActor(actor, async (tx) => ({
    rota: await rotaOf(
      tx,
      { from, to, departmentId: asked.department },
      { ...reader, manages: manages || reader.manages },
    ),
    departments: await departmentChoices(tx),
    feeds: may(actor, "rota.view") ? await openFeeds(tx, actor.userId) : null,
    hours: await labHours(tx),
    offers: await openOffers(tx, manages ? null : actor.userId),
  }));
  const address = (changes: { view?: string; day?: string }) => {
    const next = { view, day, department: asked.department, ...changes };
    const params = new URLSearchParams(Object.entries(next).flatMap(([key, value]) => (value ? [[key, value]] : [])));
    return `/people/rota?${params}`;
  };
  const stepped = (by: 1 | -1) =>
    view === "week"
      ? daysAfter(mondayOf(day), 7 * by)
      : (DateTime.fromISO(day, { zone: "utc" }).startOf("month").plus({ months: by }).toISODate() ?? day);
  const drafts = rota.rows.reduce(
    (sum, row) => sum + Object.values(row.cells).reduce((n, cell) => n + cell.shifts.filter((s) => s.draft).length, 0),
    0,
  );
  return (
    <>
      <LiveRefresh topics={["rota", "leave"]} />
      <PeopleHeader
        actor={actor}
        current="/people/rota"
        title="Rota"
        subtitle="Who works when, with leave and closing days"
        actions={
          <RotaActions
            week={mondayOf(day)}
            nextWeek={daysAfter(mondayOf(day), 7)}
            department={departments.find(({ id }) => id === asked.department) ?? null}
            drafts={view === "week" ? drafts : 0}
            manages={manages && view === "week"}
            feeds={feeds?.map(({ departmentId, since }) => ({ departmentId, since: since.toISOString() }))}
          />
        }
      />
      <RotaBar
        view={view}
        title={titleOf(view, from, to, day, actor.lab.locale)}
        hrefs={{
          before: address({ day: stepped(-1) }),
          today: address({ day: today }),
          after: address({ day: stepped(1) }),
          week: address({ view: "week" }),
          month: address({ view: "month" }),
        }}
        departments={departments}
      />
      <OffersPanel offers={offers} me={actor.userId} manages={manages} />
      {view === "month" ? (
        <MonthTable rota={rota} today={today} />
      ) : manages ? (
        <WeekPlanner
          rota={rota}
          today={today}
          departments={departments}
          usual={{ from: hours.opensAt, to: hours.closesAt }}
        />
      ) : (
        <RotaReader rota={rota} today={today} me={may(actor, "rota.view") ? actor.userId : null} />
      )}
    </>
  );
}

function titleOf(view: "week" | "month", from: string, to: string, day: string, locale: string): string {
  const at = (iso: string) => DateTime.fromISO(iso, { zone: "utc" }).setLocale(locale);
  if (view === "month") return at(day).toLocaleString({ month: "long", year: "numeric" });
  const short = { day: "numeric", month: "short" } as const;
  return `${at(from).toLocaleString(short)} – ${at(to).toLocaleString({ ...short, year: "numeric" })}`;
}
