import { DateTime } from "luxon";

/** The working time of a lab: weekdays from 08:00 to 18:00 in its own zone. */
export class LabClock {
  constructor(
    private readonly zone: string,
    readonly now: DateTime = DateTime.now(),
  ) {}

  /** The moment itself when the lab is at work, else the next opening. */
  open(at: DateTime): DateTime {
    let t = at.setZone(this.zone);
    if (t.hour >= 18) t = t.plus({ days: 1 }).startOf("day").set({ hour: 8 });
    else if (t.hour < 8) t = t.startOf("day").set({ hour: 8 });
    while (t.weekday > 5) t = t.plus({ days: 1 }).startOf("day").set({ hour: 8 });
    return t;
  }

  /** So many working minutes after a moment. */
  after(at: DateTime, minutes: number): DateTime {
    let t = this.open(at);
    let left = minutes;
    for (;;) {
      const close = t.startOf("day").set({ hour: 18 });
      const room = close.diff(t, "minutes").minutes;
      if (left <= room) return t.plus({ minutes: left });
      left -= room;
      t = this.open(close);
    }
  }

  /** The day so many working days after another ("YYYY-MM-DD"); fractions round up. */
  workingDay(from: DateTime, days: number): DateTime {
    let t = this.open(from).startOf("day");
    for (let left = Math.ceil(days); left > 0; left -= 1) t = this.open(t.plus({ days: 1 })).startOf("day");
    return t;
  }

  /** A moment of a day that lies so many days back. */
  daysAgo(days: number, hour: number, minute: number): DateTime {
    return this.now.setZone(this.zone).minus({ days }).startOf("day").set({ hour, minute });
  }

  isPast(t: DateTime): boolean {
    return t <= this.now;
  }
}
