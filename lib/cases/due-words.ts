import type { Promised } from "./promise-date";

/** The refusals of a wanted day, in words; the earliest possible day follows them. */
export const wantedDayWords = {
  past: "This day is past.",
  too_early: "This is earlier than the lab can make it.",
  too_far: "This is more than a year away.",
  closed: "The lab does not deliver on this day.",
  practice_closed: "The practice is closed on this day.",
} as const;

/** A day in a lab's locale (BCP 47), short: "Mon 30 Nov". */
export const dayWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/[\u202f\u00a0]/g, " ")
    .replace(/^(\p{L}+\.?),/u, "$1");

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function onDays(days: readonly string[], locale: string): string {
  const words = days.map((day) => dayWords(day, locale));
  const [first, last] = [words[0] ?? "", words.at(-1) ?? ""];
  if (words.length === 1) return `on ${first}`;
  return words.length === 2 ? `on ${first} and ${last}` : `on ${words.length} days from ${first} to ${last}`;
}

/** "The earliest is Mon 30 Nov." */
export const earliestWords = (promised: Pick<Promised, "dueOn">, locale: string): string =>
  `The earliest is ${dayWords(promised.dueOn, locale)}.`;

/** What adds up to the earliest day: "Crown: 4 working days + 1 for the physical impression + 1 day on the way." */
export function sumWords(promised: Promised): string {
  const { slowest, impressionDays, waitDays, transitDays } = promised;
  const parts = [
    slowest && `${slowest.name}: ${count(slowest.labDays, "working day", "working days")}`,
    impressionDays > 0 && "1 for the physical impression",
    waitDays > 0 && `${waitDays} waiting`,
    transitDays > 0 && `${count(transitDays, "day", "days")} on the way`,
  ].filter(Boolean);
  return `${parts.join(" + ")}.`;
}

/** What a department is short of, as it follows its name: "Milling is short of people". */
const SHORT_WORDS = {
  people: "is short of people",
  machines: "is short of machines",
  people_and_machines: "is short of people and machines",
} as const;

/** What else makes it that day and no earlier, a sentence each: a late start, departments that are short of
 * people or machines or full, closed days of lab and practice. */
export function causeWords(promised: Promised, locale: string): string[] {
  const { startsLater, startsOn } = promised;
  const start = startsLater && {
    after_closing: `The lab has closed for today, so it counts from ${dayWords(startsOn, locale)}.`,
    closed_today: `The lab is closed today, so it counts from ${dayWords(startsOn, locale)}.`,
  };
  const full = promised.full.map(({ department, days }) => `${department} is full ${onDays(days, locale)}.`);
  const short = promised.short.map(
    ({ department, of, days }) => `${department} ${SHORT_WORDS[of]} ${onDays(days, locale)}.`,
  );
  const lab = promised.labClosed.map(
    ({ closedOn, name }) => `The lab is closed on ${dayWords(closedOn, locale)} (${name}).`,
  );
  const names = [...new Set(promised.practiceClosed.map(({ name }) => name))];
  const practice = names.map((name) => {
    const days = promised.practiceClosed.filter((closed) => closed.name === name).map(({ day }) => day);
    return `The practice is closed ${onDays(days, locale)}${name ? ` (${name})` : ""}.`;
  });
  return [...(start ? [start[startsLater]] : []), ...short, ...full, ...lab, ...practice];
}

/** Why that day and no earlier, in one line. */
export const reasonWords = (promised: Promised, locale: string): string =>
  [sumWords(promised), ...causeWords(promised, locale)].join(" ");
