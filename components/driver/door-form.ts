import type { Day, DayStop } from "@/lib/logistics/road/day";
import type { Act } from "./use-road-phone";

/** What every form at a door is given. `at` is what its command names. */
export type DoorFormProps = {
  at: { routeId: string; stopId: string; version: number };
  stop: DayStop;
  day: Day;
  act: Act;
  onDone: () => void;
};

export const STORAGE_FULL =
  "This phone has no room for the photos. Remove a photo, or make room on the phone, then try again.";
