/** A part of a country that keeps public holidays of its own: a state ("BY"), or a place within one ("BY.A"). */
export type Region = { value: string; label: string };
export type Holiday = { day: string; name: string };
export type Place = { country: string; region: string | null; language: string };

const DAY_MS = 86_400_000;
const LONGEST_NAME = 80;

// The library brings the calendars of the whole world, so it is read only when somebody asks.
const load = async () => (await import("date-holidays")).default;

/** The parts of a country (ISO 3166 code) with public holidays of their own, by name in a language (ISO 639); none for many countries. */
export async function regionsOf(country: string, language: string): Promise<Region[]> {
  const Holidays = await load();
  const known = new Holidays();
  const states = Object.entries(known.getStates(country, language) ?? {});
  return states
    .flatMap(([state, label]) => [
      { value: state, label },
      ...Object.entries(known.getRegions(country, state, language) ?? {}).map(([region, within]) => ({
        value: `${state}.${region}`,
        label: `${label}: ${within}`,
      })),
    ])
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/**
 * The whole days (`YYYY-MM-DD`) from `from` to `to`, both included, that are public holidays of a place, in order, named in its language
 * where the source has it. Holidays of several days count each; half days are left out. Source: the open calendars of date-holidays.
 */
export async function publicHolidays(place: Place, from: string, to: string): Promise<Holiday[]> {
  const Holidays = await load();
  const [state = "", region = ""] = (place.region ?? "").split(".");
  const calendar = new Holidays(place.country, state, region, {
    languages: [place.language, "en"],
    types: ["public"],
    timezone: "UTC",
  });
  const names = new Map<string, Set<string>>();
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++)
    for (const { date, start, end, name } of calendar.getHolidays(year)) {
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      // Where a day begins at sunset, `date` is the day it is kept on and `start` the evening before.
      const days = Math.floor((end.getTime() - start.getTime()) / DAY_MS);
      for (let n = 0; n < days; n++) {
        const day = new Date(first + n * DAY_MS).toISOString().slice(0, 10);
        if (from <= day && day <= to) names.set(day, (names.get(day) ?? new Set()).add(name));
      }
    }
  return [...names]
    .map(([day, said]) => ({ day, name: [...said].join(", ").slice(0, LONGEST_NAME) }))
    .sort((a, b) => a.day.localeCompare(b.day));
}
