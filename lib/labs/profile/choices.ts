import { COUNTRIES } from "../defaults/countries";

export type Choice = { value: string; label: string };
export type LabChoices = { countries: Choice[]; currencies: Choice[]; locales: Choice[]; timeZones: Choice[] };

const named = (values: Iterable<string>, type: Intl.DisplayNamesType): Choice[] => {
  const names = new Intl.DisplayNames("en", { type });
  return [...new Set(values)]
    .map((value) => ({ value, label: `${names.of(value) ?? value}${type === "currency" ? ` (${value})` : ""}` }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
};

/** What a lab can choose from, named in English; `now` is added where it is none of the usual ones. */
export function labChoices(now: { country?: string; currency?: string; locale?: string } = {}): LabChoices {
  const usual = Object.values(COUNTRIES);
  const also = (value: string | undefined) => (value ? [value] : []);
  return {
    countries: named([...Object.keys(COUNTRIES), ...also(now.country)], "region"),
    currencies: named([...usual.map(({ currency }) => currency), ...also(now.currency)], "currency"),
    locales: named([...usual.map(({ locale }) => locale), ...also(now.locale)], "language"),
    timeZones: ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"))].map((value) => ({
      value,
      label: value.replaceAll("_", " "),
    })),
  };
}
