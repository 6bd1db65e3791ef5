import { AsyncLocalStorage } from "node:async_hooks";
import { log } from "@/lib/log";
import { estimatedKilometres, type Place, travelMinutes } from "../../stop-order/travel";
import { roadTable } from "./road-table";

/** Driving from each of some places to each other, in minutes and kilometres, and what a person should know about where it comes from. */
export type Ways = { minutes: number[][]; kilometres: number[][]; byRoad: boolean; note: string | null };

type Way = { minutes: number | null; kilometres: number | null; until: number };

const KEPT_MS = 24 * 60 * 60_000;
const MOST_KEPT = 200_000;
/** After a failure the server is left alone for so long, so that not every screen waits for it. */
const REST_MS = 30_000;
const TIMEOUT_MS = 2_500;

const FAILED = "The road server did not answer, so ways are estimated from distance and speed.";
const NO_ROAD = "The road server knows no road between some of these places; those ways are estimated.";

/** Driving by an OSRM-compatible server, keeping what it said for a day. */
export class RoadWays {
  private readonly known = new Map<string, Way>();
  private restsUntil = 0;

  constructor(
    private readonly server: string,
    private readonly timeoutMs = TIMEOUT_MS,
    private readonly now: () => number = Date.now,
  ) {}

  /** The ways between places; estimated, with a note, where the server fails or knows no road. */
  async between(places: readonly Place[]): Promise<Ways> {
    return (await this.learn(places)) ? this.filled(places) : { ...estimatedWays(places), note: FAILED };
  }

  private filled(places: readonly Place[]): Ways {
    const estimate = estimatedWays(places);
    const fill = (of: "minutes" | "kilometres") =>
      places.map((a, i) => places.map((b, j) => this.wayOf(a, b)?.[of] ?? (estimate[of][i]?.[j] as number)));
    const whole = places.every((a) => places.every((b) => this.wayOf(a, b)?.minutes != null));
    return {
      minutes: fill("minutes"),
      kilometres: fill("kilometres"),
      byRoad: true,
      note: whole ? null : NO_ROAD,
    };
  }

  /**
   * What is known of the ways between places without asking: null when the server could be asked about some of them, estimates with a note
   * while it is left alone.
   */
  atHand(places: readonly Place[]): Ways | null {
    if (places.some((a) => places.some((b) => !this.wayOf(a, b))))
      return this.now() < this.restsUntil ? { ...estimatedWays(places), note: FAILED } : null;
    return this.filled(places);
  }

  private async learn(places: readonly Place[]): Promise<boolean> {
    const unique = [...new Map(places.map((place) => [keyOf(place), place])).values()];
    if (unique.every((a) => unique.every((b) => this.wayOf(a, b)))) return true;
    if (this.now() < this.restsUntil) return false;
    try {
      const table = await roadTable(this.server, unique, AbortSignal.timeout(this.timeoutMs));
      if (this.known.size > MOST_KEPT) this.known.clear();
      const until = this.now() + KEPT_MS;
      for (const [i, a] of unique.entries())
        for (const [j, b] of unique.entries())
          this.known.set(`${keyOf(a)};${keyOf(b)}`, {
            minutes: i === j ? 0 : (table.minutes[i]?.[j] ?? null),
            kilometres: i === j ? 0 : (table.kilometres[i]?.[j] ?? null),
            until,
          });
      return true;
    } catch (thrown) {
      log.warn({ err: thrown }, "the road server failed");
      this.restsUntil = this.now() + REST_MS;
      return false;
    }
  }

  private wayOf(a: Place, b: Place): Way | undefined {
    const way = this.known.get(`${keyOf(a)};${keyOf(b)}`);
    return way && way.until > this.now() ? way : undefined;
  }
}

const keyOf = ({ latitude, longitude }: Place) => `${Number(longitude).toFixed(5)},${Number(latitude).toFixed(5)}`;

/** The ways as distance and speed have it. */
function estimatedWays(places: readonly Place[]): Ways {
  const kilometres = places.map((a) => places.map((b) => estimatedKilometres(a, b)));
  return { minutes: travelMinutes(places), kilometres, byRoad: false, note: null };
}

let roads: { server: string; ways: RoadWays } | null = null;

/** Thrown where the road server would have to be asked at a moment when it must not be (`withoutAsking`). */
export class WaysUnknown extends Error {
  constructor(readonly places: readonly Place[]) {
    super("The ways between these places are not known yet.");
  }
}
const quiet = new AsyncLocalStorage<"throw" | "estimate">();

/** Runs `work` so that `waysBetween` asks nobody in it: of ways that are not known it throws `WaysUnknown` or, if so said, estimates. */
export const withoutAsking = <T>(otherwise: "throw" | "estimate", work: () => Promise<T>): Promise<T> =>
  quiet.run(otherwise, work);

/**
 * Driving between places: by the OSRM-compatible server at OSRM_URL when it is set and answers, else estimated from distance and
 * speed. At worst it takes two and a half seconds. It never throws but within `withoutAsking`.
 */
export async function waysBetween(places: readonly Place[]): Promise<Ways> {
  const server = process.env.OSRM_URL;
  if (!server || places.length < 2) return estimatedWays(places);
  if (roads?.server !== server) roads = { server, ways: new RoadWays(server) };
  const otherwise = quiet.getStore();
  if (!otherwise) return roads.ways.between(places);
  const known = roads.ways.atHand(places);
  if (!known && otherwise === "throw") throw new WaysUnknown(places);
  return known ?? estimatedWays(places);
}
