import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { CalendarKeys } from "@/components/calendar/calendar-keys";
import { CalendarScreen } from "@/components/calendar/calendar-screen";
import { FeedDialog } from "@/components/calendar/feed-dialog";
import { MaintenanceProposals } from "@/components/calendar/maintenance-proposals";
import { PrintButton } from "@/components/calendar/print-button";
import { ClearFilters } from "@/components/data-table/clear-filters";
import { FilterSelect } from "@/components/data-table/filter-select";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { calendarParams, calendarRange } from "@/lib/calendar/calendar-range";
import { filterChoices } from "@/lib/calendar/choices";
import { feedSince } from "@/lib/calendar/feed";
import { proposalsOf } from "@/lib/calendar/maintenance-due";
import { backdropOf, calendarEntries, MOST_ENTRIES } from "@/lib/calendar/queries";
import { APPOINTMENT_TYPES, TYPE_LABEL } from "@/lib/calendar/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { listPlans } from "@/lib/departments/maintenance/queries";
import { labHours } from "@/lib/labs/calendar/queries";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Calendar" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const FILTERS = ["person", "department", "room", "type"] as const;

export default async function CalendarPage({ searchParams }: Props) {
  const actor = await pageActor("calendar.use");
  const { view, day: asked, ...filter } = calendarParams.parse(await searchParams);
  const { timeZone, locale } = actor.lab;
  const today = labToday(timeZone);
  const day = asked ?? today;
  const range = calendarRange(view ?? "week", day, timeZone, locale);
  const found = await asActor(actor, async (tx) => ({
    entries: await calendarEntries(tx, actor, range.from, range.to, filter),
    backdrop: await backdropOf(tx, actor, range.first, range.last, filter),
    hours: await labHours(tx),
    choices: await filterChoices(tx),
    feed: await feedSince(tx, actor.userId),
    plans: may(actor, "departments.manage") && !filter.person && !filter.room ? await listPlans(tx, today) : [],
  }));
  const department = found.choices.departments.find(({ value }) => value === filter.department)?.label;
  const ofType = !filter.type || filter.type === "equipment_service";
  const proposals = proposalsOf(
    found.plans.filter((plan) => ofType && (!filter.department || plan.department === department)),
    { ...range, today },
  );
  const address = (to: string | null) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ view, day: to, ...filter })) if (value) query.set(name, value);
    return query.size > 0 ? `/calendar?${query}` : "/calendar";
  };
  const { workingWeekdays, opensAt, closesAt } = found.hours;
  return (
    <>
      <LiveRefresh topics={["calendar"]} />
      <CalendarKeys />
      <PageHeader
        title="Calendar"
        subtitle={range.title}
        actions={
          <>
            <LinkButton
              href={address(range.before)}
              icon={<ChevronLeft />}
              aria-label="Earlier"
              aria-keyshortcuts="k"
            />
            <LinkButton href={address(null)} aria-current={day === today ? "date" : undefined} aria-keyshortcuts="t">
              Today
            </LinkButton>
            <LinkButton href={address(range.after)} icon={<ChevronRight />} aria-label="Later" aria-keyshortcuts="j" />
            <PrintButton />
            <FeedDialog since={found.feed} />
            <LinkButton href={`/calendar/new?day=${day}`} variant="primary" icon={<Plus />} aria-keyshortcuts="n">
              New appointment
            </LinkButton>
          </>
        }
      />
      <div data-print="hide" className="mb-3 flex flex-wrap items-center gap-2">
        <FilterSelect label="Person" param="person" options={found.choices.people} all="Everybody" />
        <FilterSelect label="Department" param="department" options={found.choices.departments} />
        <FilterSelect label="Room" param="room" options={found.choices.rooms} />
        <FilterSelect
          label="Type"
          param="type"
          options={APPOINTMENT_TYPES.map((value) => ({ value, label: TYPE_LABEL[value] }))}
        />
        <ClearFilters params={FILTERS} />
      </div>
      {found.entries.length >= MOST_ENTRIES && (
        <Notice tone="warning" title="Not everything is shown" className="mb-3">
          These days hold more than {MOST_ENTRIES} appointments. Choose a person, a room or a shorter view.
        </Notice>
      )}
      <CalendarScreen
        chosen={view}
        day={day}
        entries={found.entries}
        backdrop={found.backdrop}
        proposals={proposals}
        hours={{ workingWeekdays, opensAt, closesAt }}
      />
      <MaintenanceProposals proposals={proposals} />
    </>
  );
}
