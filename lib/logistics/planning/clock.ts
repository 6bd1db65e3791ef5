/** Minutes of the day of a clock "HH:MM". */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** A minute of the day as "HH:MM"; past midnight the clock begins anew and "+1" says that it is the next day. */
export function clockOf(minute: number): string {
  const whole = Math.round(minute);
  const [days, rest] = [Math.floor(whole / 1440), whole % 1440];
  const clock = `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
  return days > 0 ? `${clock} +${days}` : clock;
}
