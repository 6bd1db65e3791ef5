import { DateTime } from "luxon";

/** Says days (`YYYY-MM-DD`) and instants (ISO 8601) as days in a locale (BCP 47) and a zone (IANA): "21 November 2026". */
export const dayWords =
  (locale: string, timeZone: string) =>
  (iso: string): string =>
    DateTime.fromISO(iso, { zone: timeZone }).setLocale(locale).toLocaleString(DateTime.DATE_FULL);
