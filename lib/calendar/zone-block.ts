import { DateTime } from "luxon";

type Change = { at: DateTime; before: number; after: number; daylight: boolean };

/**
 * The VTIMEZONE of a zone (IANA) for a calendar file, so that a series keeps its clock across the changes of the year (RFC 5545,
 * 3.6.5): every change of the clocks from the year of `from` to the year of `to`, both days, and how they stood before the first.
 */
export function zoneBlock(zone: string, from: string, to: string): string {
  const start = DateTime.fromISO(from, { zone }).startOf("year");
  const end = DateTime.fromISO(to, { zone }).endOf("year");
  const standing = observance({ at: start, before: start.offset, after: start.offset, daylight: start.isInDST });
  const changes = changesBetween(start, end).map(observance);
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, standing, ...changes, "END:VTIMEZONE"].join("\r\n");
}

function changesBetween(start: DateTime, end: DateTime): Change[] {
  const found: Change[] = [];
  for (let at = start; at < end; at = at.plus({ days: 1 })) {
    const next = at.plus({ days: 1 });
    if (next.offset !== at.offset) found.push(changeWithin(at, next));
  }
  return found;
}

/** The minute at which the offset changes between two instants. */
function changeWithin(from: DateTime, to: DateTime): Change {
  let [low, high] = [from.toMillis(), to.toMillis()];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 2 / 60_000) * 60_000;
    if (DateTime.fromMillis(middle, { zone: from.zone }).offset === from.offset) low = middle;
    else high = middle;
  }
  const at = DateTime.fromMillis(high, { zone: from.zone });
  return { at, before: from.offset, after: to.offset, daylight: at.isInDST };
}

/** A change is written in the clock that stood before it. */
function observance({ at, before, after, daylight }: Change): string {
  const kind = daylight ? "DAYLIGHT" : "STANDARD";
  const local = at.setZone(`UTC${signed(before, ":")}`).toFormat("yyyyLLdd'T'HHmmss");
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local}`,
    `TZOFFSETFROM:${signed(before, "")}`,
    `TZOFFSETTO:${signed(after, "")}`,
    `END:${kind}`,
  ].join("\r\n");
}

function signed(minutes: number, between: string): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(size / 60)}${between}${two(size % 60)}`;
}
