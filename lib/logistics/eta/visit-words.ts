import { dayWords } from "@/lib/cases/due-words";
import { minutesWords, windowWords } from "./arrival-words";
import type { OwnVisit } from "./own-visits";

/** How a visit is said: `headline` in a few words, and whether the driver is about to come. */
export type VisitWords = { headline: string; near: boolean };

type Reader = { today: string; now: Date; locale: string; timeZone: string };

/**
 * What a practice reads of a visit that is yet to come: "Out for delivery, expected 10:40–11:10". Null while nothing can be said: it is
 * packed, and no day is known. `today` is the lab's day, times are on the lab's clock.
 */
export function visitWords(visit: OwnVisit, reader: Reader): VisitWords | null {
  const { locale, today } = reader;
  const isPickup = visit.type === "pickup";
  const far = (headline: string): VisitWords => ({ headline, near: false });
  if (visit.status === "failed")
    return far(
      isPickup
        ? "The driver could not pick it up. The lab arranges another day."
        : "It could not be handed over. The lab arranges how it comes to you.",
    );
  if (visit.method === "carrier") return visit.status === "in_transit" ? far(`On its way with ${visit.carrier}`) : null;
  if (visit.method === "collected") return far("Ready for you to collect at the lab");
  if (visit.atTheDoor) return { headline: "The driver is at your door", near: true };
  const { expectedAt } = visit;
  if (visit.onTheRoad && expectedAt) {
    if (visit.isNext)
      return {
        headline: `You are next: the driver arrives ${minutesWords(expectedAt.getTime(), reader.now.getTime())}`,
        near: true,
      };
    const window = windowWords(expectedAt, reader);
    return far(isPickup ? `The driver comes to pick up, expected ${window}` : `Out for delivery, expected ${window}`);
  }
  if (visit.onTheRoad) return far(isPickup ? "The driver comes to pick up today" : "Out for delivery");
  if (!visit.day) return null;
  const when = visit.day === today ? "today" : `on ${dayWords(visit.day, locale)}`;
  const about = visit.status === "scheduled" && expectedAt ? `, about ${windowWords(expectedAt, reader)}` : "";
  return far(isPickup ? `Pick-up ${when}${about}` : `Comes ${when}${about}`);
}
