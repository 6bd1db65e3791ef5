import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from "ical-generator";
import { DateTime } from "luxon";
import { stampedInUtc } from "@/lib/files/calendar-stamp";
import type { Answer, Repeat } from "./vocabulary";
import { zoneBlock } from "./zone-block";

/** An appointment as a calendar file tells it. Times are instants (ISO). */
export type Told = {
  id: string;
  seriesId: string | null;
  /** When it would be by its series' rule; null outside of one. */
  slotAt: string | null;
  startsAt: string;
  endsAt: string;
  sequence: number;
  title: string;
  notes: string | null;
  where: string | null;
  organiser: { name: string; email: string };
};
type Invited = { name: string; email: string; answer: Answer | null; href: string };
type Series = { repeat: Repeat; until: string; zone: string; exclude: string[] };

const STATUS: Record<Answer, ICalAttendeeStatus> = {
  yes: ICalAttendeeStatus.ACCEPTED,
  no: ICalAttendeeStatus.DECLINED,
  maybe: ICalAttendeeStatus.TENTATIVE,
};
const FREQUENCY: Record<Repeat, ICalEventRepeatingFreq> = {
  weekly: ICalEventRepeatingFreq.WEEKLY,
  monthly: ICalEventRepeatingFreq.MONTHLY,
};
const PRODUCT = { company: "Casepan", product: "Calendar" };
const at = (iso: string, zone = "utc") => DateTime.fromISO(iso, { zone });

function eventOf(told: Told, method: ICalCalendarMethod, to: Invited): ICalEventData {
  const { name, email, answer, href } = to;
  return {
    id: `${told.seriesId ?? told.id}@casepan`,
    sequence: told.sequence,
    start: at(told.startsAt),
    end: at(told.endsAt),
    summary: told.title,
    description: [told.notes, href].filter(Boolean).join("\n\n"),
    location: told.where,
    url: href,
    organizer: told.organiser,
    attendees: [{ name, email, rsvp: true, status: answer ? STATUS[answer] : ICalAttendeeStatus.NEEDSACTION }],
    status: method === ICalCalendarMethod.CANCEL ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(told.slotAt ? { recurrenceId: at(told.slotAt) } : {}),
  };
}

/** An iTIP request (RFC 5546) for one appointment, or for some of one series by themselves: to come, or to know of the change. */
export function requestFile(told: readonly Told[], to: Invited): string {
  const method = ICalCalendarMethod.REQUEST;
  return ical({ prodId: PRODUCT, method, events: told.map((one) => eventOf(one, method, to)) }).toString();
}

/** An iTIP cancellation for one appointment or some of one series. */
export function cancelFile(told: readonly Told[], to: Invited): string {
  const method = ICalCalendarMethod.CANCEL;
  return ical({ prodId: PRODUCT, method, events: told.map((one) => eventOf(one, method, to)) }).toString();
}

/**
 * An iTIP request for a whole series: its rule in the lab's zone, with the days it leaves out (`exclude`, instants), and each of it
 * that is not where the rule has it. `told` are those that take place, the first one first.
 */
export function seriesFile(
  told: readonly [Told, ...Told[]],
  { repeat, until, zone, exclude }: Series,
  to: Invited,
): string {
  const method = ICalCalendarMethod.REQUEST;
  const [first] = told;
  const slot = at(first.slotAt ?? first.startsAt, zone);
  const lasts = at(first.endsAt).diff(at(first.startsAt));
  const { recurrenceId: _, ...rule } = eventOf(first, method, to);
  const moved = told.filter(({ slotAt, startsAt }) => slotAt !== startsAt);
  const calendar = ical({
    prodId: PRODUCT,
    method,
    timezone: { name: zone, generator: () => zoneBlock(zone, first.startsAt, until) },
  });
  calendar.createEvent({
    ...rule,
    timezone: zone,
    start: slot,
    end: slot.plus(lasts),
    repeating: {
      freq: FREQUENCY[repeat],
      until: DateTime.fromISO(until, { zone }).endOf("day").startOf("second"),
      exclude: exclude.map((iso) => at(iso, zone)),
    },
  });
  for (const one of moved) {
    const event = eventOf(one, method, to);
    calendar.createEvent({
      ...event,
      timezone: zone,
      start: at(one.startsAt, zone),
      end: at(one.endsAt, zone),
      recurrenceId: at(one.slotAt ?? one.startsAt, zone),
    });
  }
  return stampedInUtc(calendar.toString());
}

export type FeedEntry = Omit<Told, "seriesId" | "slotAt" | "organiser"> & { href: string };

/** A person's own calendar for other programs to read: each appointment by itself, in UTC. */
export function feedFile(entries: readonly FeedEntry[], name: string): string {
  const events = entries.map(({ id, startsAt, endsAt, sequence, title, notes, where, href }) => ({
    id: `${id}@casepan`,
    sequence,
    start: at(startsAt),
    end: at(endsAt),
    summary: title,
    description: [notes, href].filter(Boolean).join("\n\n"),
    location: where,
    url: href,
  }));
  return ical({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH, name, ttl: 60 * 60, events }).toString();
}
