import { z } from "zod";
import type { Place } from "../../stop-order/travel";

/** Driving from each of some places to each other; null where the server knows no road between two. */
export type RoadTable = { minutes: (number | null)[][]; kilometres: (number | null)[][] };

/** How many coordinates a server takes at once unless it says otherwise (OSRM's own `--max-table-size`). */
const AT_ONCE = 100;

const matrix = z.array(z.array(z.number().min(0).nullable()));
const answerSchema = z.object({ code: z.literal("Ok"), durations: matrix, distances: matrix });
const refusalSchema = z.object({ code: z.string() });

class TooBig extends Error {}

/**
 * Asks the table service of an OSRM-compatible server (https://project-osrm.org/docs/v5.24.0/api/#table-service) for the driving
 * between places, in blocks of as many coordinates as it takes. `server` is its address without a path's end, e.g.
 * `http://osrm:5000`. Throws when it does not answer before `signal`, or not as the protocol says.
 */
export async function roadTable(server: string, places: readonly Place[], signal: AbortSignal): Promise<RoadTable> {
  for (let atOnce = AT_ONCE; ; atOnce = Math.floor(Math.min(atOnce, places.length) / 2)) {
    try {
      return await inBlocks(server, places, atOnce, signal);
    } catch (thrown) {
      if (!(thrown instanceof TooBig) || atOnce < 4) throw thrown;
    }
  }
}

async function inBlocks(server: string, places: readonly Place[], atOnce: number, signal: AbortSignal) {
  const empty = () => places.map(() => new Array<number | null>(places.length).fill(null));
  const table: RoadTable = { minutes: empty(), kilometres: empty() };
  const block = places.length <= atOnce ? places.length : Math.floor(atOnce / 2);
  const all = places.map((_, i) => i);
  const blocks = Array.from({ length: Math.ceil(places.length / block) }, (_, n) =>
    all.slice(n * block, (n + 1) * block),
  );
  for (const from of blocks) {
    for (const to of blocks) {
      const answer = await ask(server, places, from, to, signal);
      for (const [i, a] of from.entries()) {
        for (const [j, b] of to.entries()) {
          const [seconds, metres] = [answer.durations[i]?.[j] ?? null, answer.distances[i]?.[j] ?? null];
          (table.minutes[a] as (number | null)[])[b] = seconds === null ? null : seconds / 60;
          (table.kilometres[a] as (number | null)[])[b] = metres === null ? null : metres / 1000;
        }
      }
    }
  }
  return table;
}

async function ask(server: string, places: readonly Place[], from: number[], to: number[], signal: AbortSignal) {
  const asked = from === to ? from : [...from, ...to];
  const coordinates = asked.map((i) => places[i] as Place).map((p) => `${degrees(p.longitude)},${degrees(p.latitude)}`);
  const halves =
    from === to
      ? ""
      : `&sources=${from.map((_, i) => i).join(";")}&destinations=${to.map((_, i) => from.length + i).join(";")}`;
  const url = `${server.replace(/\/+$/, "")}/table/v1/driving/${coordinates.join(";")}?annotations=duration,distance${halves}`;
  const response = await fetch(url, { signal, redirect: "error", headers: { accept: "application/json" } });
  const body: unknown = await response.json().catch(() => null);
  if (refusalSchema.safeParse(body).data?.code === "TooBig") throw new TooBig("too many coordinates");
  if (!response.ok) throw new Error(`The road server answered ${response.status}.`);
  const answer = answerSchema.parse(body);
  const fits = [answer.durations, answer.distances].every(
    (rows) => rows.length === from.length && rows.every((row) => row.length === to.length),
  );
  if (!fits) throw new Error("The road server's table has another size than was asked for.");
  return answer;
}

/** A metre or so; the same place is always asked for in the same words. */
const degrees = (value: number) => Number(value).toFixed(5);
