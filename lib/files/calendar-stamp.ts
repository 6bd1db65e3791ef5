import { DateTime } from "luxon";

/**
 * A calendar file with every DTSTAMP as now in UTC: RFC 5545, 3.8.7.2 wants it so, and in a calendar with a zone the library writes
 * the local time.
 */
export function stampedInUtc(file: string): string {
  const stamp = DateTime.utc().toFormat("yyyyLLdd'T'HHmmss'Z'");
  return file.replaceAll(/^DTSTAMP:[^\r\n]*/gm, `DTSTAMP:${stamp}`);
}
