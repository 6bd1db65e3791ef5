/** The one job that refreshes the views: a second one with its key takes the place of one that waits, and none runs beside another. */
export const REFRESH_JOB = { jobKey: "refresh_reports", queueName: "reports" } as const;

/** How often the report views are refreshed by the clock, in minutes. */
export const REFRESH_EVERY_MINUTES = 5;

/** When the views of a report are so old that a refresh must have failed or nobody runs the jobs: six refreshes missed. */
export const isStale = (asOf: Date | null, now: Date): boolean =>
  asOf === null || now.getTime() - asOf.getTime() > 6 * REFRESH_EVERY_MINUTES * 60_000;
