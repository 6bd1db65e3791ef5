export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const WEEKDAY_LABEL: Record<Weekday, string> = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};

/** From and to, as "HH:MM" of the practice's own clock. */
export type Span = [from: string, to: string];
/** When a practice is open: the spans of each weekday in order; a day that is left out is closed. `null` = not known. */
export type OpeningHours = Partial<Record<Weekday, Span[]>>;

/** A time of day as it is kept: "08:30". */
export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with a day's spans, or null. They must run forwards and not overlap. */
export function faultOf(spans: Span[]): string | null {
  for (const [i, [from, to]] of spans.entries()) {
    if (from >= to) return `${from}–${to} ends before it starts.`;
    const before = spans[i - 1];
    if (before && from < before[1]) return `${from}–${to} overlaps ${before[0]}–${before[1]}.`;
  }
  return null;
}

/**
 * Reads a day as people write it: "08:30 - 17:30", several spans parted by a comma or semicolon, "" or "closed" for none. `note`
 * says what was guessed: a full hour whose last zero was lost ("16:0") counts as that hour. `fault` says why it cannot be read.
 */
export function readSpans(text: string): { spans: Span[]; note?: string; fault?: string } {
  const trimmed = text.trim();
  if (trimmed === "" || /^closed$/i.test(trimmed)) return { spans: [] };
  const spans: Span[] = [];
  let note: string | undefined;
  for (const part of trimmed.split(/[,;]/)) {
    const found = /^\s*(\d{1,2}):(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2}):(\d{1,2})\s*$/i.exec(part);
    const [from, to] = found ? [hour(found[1], found[2]), hour(found[3], found[4])] : [null, null];
    if (!from || !to) return { spans: [], fault: `“${trimmed}” is not a time like 08:30 - 17:30.` };
    if (found?.[2]?.length === 1 || found?.[4]?.length === 1) note = `“${trimmed}” was read as ${from}–${to}.`;
    spans.push([from, to]);
  }
  spans.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const fault = faultOf(spans) ?? undefined;
  return fault ? { spans: [], fault } : { spans, note };
}

function hour(hours = "", minutes = ""): string | null {
  const padded = minutes.length === 1 && minutes !== "0" ? "" : minutes.padEnd(2, "0");
  const text = `${hours.padStart(2, "0")}:${padded}`;
  return CLOCK.test(text) ? text : null;
}

/** The weekday of a date "YYYY-MM-DD", whatever the zone of this machine. */
export function weekdayOf(date: string): Weekday {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] as Weekday;
}

/** When something can be handed over on a date: first opening to last closing. Null when closed or not known. */
export function windowOn(hours: OpeningHours | null, date: string): Span | null {
  const spans = hours?.[weekdayOf(date)] ?? [];
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? [first[0], last[1]] : null;
}

/** Whether the hours are known and say that the practice is closed on that date. */
export function closedOn(hours: OpeningHours | null, date: string): boolean {
  return hours !== null && Object.keys(hours).length > 0 && windowOn(hours, date) === null;
}

/** A day's spans in words, e.g. "08:30–12:30, 13:30–17:30". */
export const spansText = (spans: Span[]): string => spans.map(([from, to]) => `${from}–${to}`).join(", ");

/** The weekdays (ISO, 1 Monday … 7 Sunday) on which known hours say that a practice is closed; none when they are not known or say it always is. */
export function closedWeekdays(hours: OpeningHours | null): number[] {
  if (!hours) return [];
  const closed = WEEKDAYS.flatMap((day, i) => ((hours[day]?.length ?? 0) === 0 ? [i + 1] : []));
  return closed.length < WEEKDAYS.length ? closed : [];
}
