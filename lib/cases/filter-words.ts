import type { DayRange } from "./day-range";
import type { FilterNames } from "./filter-choices";
import type { CaseFilter } from "./list-filter";
import { CASE_STATUS_LABEL, MATERIAL_LABEL, PROCEDURE_LABEL, STAGE_LABEL, URGENCY_LABEL } from "./vocabulary";

export type FilterWords = { param: string; label: string };

const STATUS_FILTER_LABEL = { open: "All open", moving: "Open, not on hold", ...CASE_STATUS_LABEL } as const;

const day = (iso: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(iso));

function relative(days: number): string {
  if (days === 0) return "today";
  const [one, other] = days < 0 ? ["yesterday", `${-days} days ago`] : ["tomorrow", `in ${days} days`];
  return Math.abs(days) === 1 ? one : other;
}

/** A range of days as it is said: "from today to in 7 days", "until yesterday", "1 Nov 2026". */
function rangeWords({ from, to }: DayRange, locale: string): string {
  const said = (end: NonNullable<DayRange["from"]>) => ("day" in end ? day(end.day, locale) : relative(end.fromToday));
  if (from && to) return said(from) === said(to) ? said(from) : `from ${said(from)} to ${said(to)}`;
  return from ? `from ${said(from)}` : to ? `until ${said(to)}` : "";
}

/** What a filter narrows the list to, each part in words, under the name it has in the address. */
export function filterWords(filter: CaseFilter, names: FilterNames, locale: string): FilterWords[] {
  const range = (one: DayRange | undefined) => one && rangeWords(one, locale);
  const { assigned } = filter;
  const who = assigned === "me" ? "me" : assigned === "nobody" ? "nobody yet" : (names.assigned ?? "someone unknown");
  const parts: [param: string, there: unknown, label: string][] = [
    ["q", filter.words, `“${filter.words}”`],
    ["status", filter.status, `Status: ${filter.status && STATUS_FILTER_LABEL[filter.status]}`],
    ["stage", filter.stage, `Stands at: ${filter.stage && STAGE_LABEL[filter.stage]}`],
    ["department", filter.department, `Department: ${names.department ?? "unknown"}`],
    ["assigned", assigned, `Assigned to: ${who}`],
    ["late", filter.late, "Late"],
    ["urgency", filter.urgency, `Urgency: ${filter.urgency && URGENCY_LABEL[filter.urgency]}`],
    ["practice", filter.practice, `Practice: ${names.practice ?? "unknown"}`],
    ["dentist", filter.dentist, `Dentist: ${names.dentist ?? "unknown"}`],
    ["patient", filter.patient, `Patient: ${names.patient ?? "unknown"}`],
    ["procedure", filter.procedure, `Work: ${filter.procedure && PROCEDURE_LABEL[filter.procedure]}`],
    ["material", filter.material, `Material: ${filter.material && MATERIAL_LABEL[filter.material]}`],
    ["due", filter.due, `Due ${range(filter.due)}`],
    ["ship", filter.ship, `Ships ${range(filter.ship)}`],
    ["created", filter.created, `Submitted ${range(filter.created)}`],
    ["remakes", filter.remakes, "Remakes"],
  ];
  return parts.filter(([, there]) => Boolean(there)).map(([param, , label]) => ({ param, label }));
}
