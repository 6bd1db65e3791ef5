import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { estimatedKilometres, type Place, travelMinutes } from "../../stop-order/travel";
import { RoadWays } from "./ways-between";

/** A server that speaks OSRM's table service: every way is 10 minutes and a second per step between the coordinates' numbers. */
type Speaks = (request: IncomingMessage, response: ServerResponse, coordinates: string[]) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(speaks: Speaks): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const coordinates = new URL(request.url ?? "", "http://x").pathname.split("/").at(-1)?.split(";") ?? [];
    speaks(request, response, coordinates);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const say = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const picked = (request: IncomingMessage, name: string, count: number) => {
  const list = new URL(request.url ?? "", "http://x").searchParams.get(name);
  return list ? list.split(";").map(Number) : Array.from({ length: count }, (_, i) => i);
};

const lonOf = (coordinate: string | undefined) => Math.round(Number(coordinate?.split(",")[0]) * 1000);

/** As a real server: seconds tell from where to where, by the longitude's thousandths. */
const table: Speaks = (request, response, coordinates) => {
  const [from, to] = [
    picked(request, "sources", coordinates.length),
    picked(request, "destinations", coordinates.length),
  ];
  const seconds = (a: number, b: number) =>
    a === b ? 0 : 60 * (100 * lonOf(coordinates[a]) + lonOf(coordinates[b]) + 1);
  const durations = from.map((a) => to.map((b) => seconds(a, b)));
  say(response, { code: "Ok", durations, distances: durations.map((row) => row.map((s) => s * 10)) });
};

const placesAt = (count: number): Place[] =>
  Array.from({ length: count }, (_, i) => ({ latitude: 55.8, longitude: i / 1000 }));

it("asks the table service in its own words and reads minutes and kilometres from it", async () => {
  const { url, asked } = await serve(table);
  const ways = await new RoadWays(url).between(placesAt(3));
  expect(asked).toEqual([
    "/table/v1/driving/0.00000,55.80000;0.00100,55.80000;0.00200,55.80000?annotations=duration,distance",
  ]);
  expect(ways).toEqual({
    minutes: [
      [0, 2, 3],
      [101, 0, 103],
      [201, 202, 0],
    ],
    kilometres: [
      [0, 1.2, 1.8],
      [60.6, 0, 61.8],
      [120.6, 121.2, 0],
    ],
    byRoad: true,
    note: null,
  });
});

it("asks once for what it knows, until a day has passed", async () => {
  let now = 0;
  const { url, asked } = await serve(table);
  const roads = new RoadWays(url, 2000, () => now);
  await roads.between(placesAt(4));
  await roads.between(placesAt(3));
  expect(asked).toHaveLength(1);
  now = 25 * 60 * 60_000;
  await roads.between(placesAt(3));
  expect(asked).toHaveLength(2);
});

it.each([
  [150, 100],
  [60, 20],
])("asks for %i places in blocks when a server takes %i", async (count, limit) => {
  const { url } = await serve((request, response, coordinates) =>
    coordinates.length > limit
      ? say(response, { code: "TooBig", message: "Too many table coordinates" }, 400)
      : table(request, response, coordinates),
  );
  const { minutes, note } = await new RoadWays(url, 20_000).between(placesAt(count));
  expect(note).toBeNull();
  expect(minutes).toEqual(
    placesAt(count).map((_, a) => placesAt(count).map((_, b) => (a === b ? 0 : 100 * a + b + 1))),
  );
});

it("estimates only the ways between which no road is known, and says so", async () => {
  const { url } = await serve((_request, response) =>
    say(response, {
      code: "Ok",
      durations: [
        [0, null],
        [600, 0],
      ],
      distances: [
        [0, null],
        [5000, 0],
      ],
    }),
  );
  const [a, b] = placesAt(2) as [Place, Place];
  const ways = await new RoadWays(url).between([a, b]);
  expect(ways.minutes).toEqual([
    [0, travelMinutes([a, b])[0]?.[1]],
    [10, 0],
  ]);
  expect(ways.kilometres[0]?.[1]).toBe(estimatedKilometres(a, b));
  expect(ways).toMatchObject({ byRoad: true, note: expect.stringContaining("no road") });
});

it.each<[string, Speaks]>([
  ["says too many requests", (_request, response) => say(response, { message: "slow down" }, 429)],
  ["breaks down", (_request, response) => response.writeHead(500).end("oops")],
  ["answers something else", (_request, response) => response.end("<html>")],
  ["answers in another shape", (_request, response) => say(response, { code: "Ok", durations: [[0, "x"]] })],
  [
    "answers a table of another size",
    (_r, response) => say(response, { code: "Ok", durations: [[0]], distances: [[0]] }),
  ],
  ["knows no such service", (_request, response) => say(response, { code: "InvalidUrl" }, 400)],
  ["sends elsewhere", (_request, response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end()],
  ["hangs up", (_request, response) => response.destroy()],
  ["never answers", () => {}],
])("estimates with a note when the server %s, and then leaves it alone a while", async (_what, speaks) => {
  let now = 1000;
  const { url, asked } = await serve(speaks);
  const roads = new RoadWays(url, 300, () => now);
  const places = placesAt(3);
  const ways = await roads.between(places);
  expect(ways).toMatchObject({ minutes: travelMinutes(places), byRoad: false });
  expect(ways.note).toContain("estimated");
  const once = asked.length;
  await roads.between(places);
  expect(asked).toHaveLength(once);
  now += 31_000;
  await roads.between(places);
  expect(asked.length).toBeGreaterThan(once);
});
