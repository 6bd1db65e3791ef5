/** When something happened, by the server's clock. */
export type Moment = {
  at: Date;
  /** How far the phone's clock is ahead of the server's, in whole seconds; negative when it is behind. */
  aheadSeconds: number;
  /** The time could not have been and was moved to the nearest that could. */
  clamped: boolean;
};

/**
 * Corrects a time by the phone's clock: what matters is how long before the sending it was, so a clock that is wrong by a day
 * does no harm. The result is never later than `now` and never before `notBefore` (the start of the route's day), but for a route
 * whose day is still to come, where it is `now`.
 */
export function correctedMoment(phone: { happenedAt: string; sentAt: string }, now: Date, notBefore: Date): Moment {
  const sent = Date.parse(phone.sentAt);
  const ago = sent - Date.parse(phone.happenedAt);
  const reckoned = now.getTime() - ago;
  const earliest = Math.min(notBefore.getTime(), now.getTime());
  const at = Math.min(Math.max(reckoned, earliest), now.getTime());
  return {
    at: new Date(at),
    aheadSeconds: Math.round((sent - now.getTime()) / 1000),
    // A deed that is sent as it happens may carry the same second twice.
    clamped: Math.abs(at - reckoned) > 1000,
  };
}

/** A difference of clocks in words: "1 day ahead", "7 minutes behind"; null when it is too small to matter (two minutes). */
export function clockWords(aheadSeconds: number): string | null {
  const off = Math.abs(aheadSeconds);
  if (off < 120) return null;
  const [size, word] = off >= 86_400 ? [86_400, "day"] : off >= 3600 ? [3600, "hour"] : [60, "minute"];
  const many = Math.round(off / (size as number));
  return `${many} ${word}${many === 1 ? "" : "s"} ${aheadSeconds > 0 ? "ahead" : "behind"}`;
}
