/** A night's backup and half a day to look after one that failed. */
const STALE_AFTER_MS = 36 * 60 * 60 * 1000;

/** Whether the last good backup is too old to sleep well: more than 36 hours, or none at all. Both instants by one clock. */
export const isStale = (takenAt: Date | null, now: Date): boolean =>
  takenAt === null || now.getTime() - takenAt.getTime() > STALE_AFTER_MS;
