import { expect, it } from "vitest";
import type { Day } from "../day";
import type { CommandOf, RoadCommand } from "../schema";
import { dayOf, routeOf, stopOf } from "../testing/day";
import { type Keeping, memoryKeeping } from "./keeping";
import { type LabLine, NotTaken, OutOfReach, SignedOut } from "./lab-line";
import { RoadPhone } from "./road-phone";

const day = dayOf([routeOf("r", [stopOf("a"), stopOf("b"), stopOf("c")])]);
const arrive = (id: string, stopId: string): CommandOf<"arrive"> => ({
  kind: "arrive",
  id,
  routeId: "r",
  stopId,
  version: 1,
  happenedAt: "2026-11-23T10:00:00.000Z",
});

/** A lab that applies each command once; `before` and `after` may break the line around a report. */
class FakeLab implements LabLine {
  applied: string[] = [];
  reports: string[][] = [];
  photos: string[] = [];
  refuses = new Set<string>();
  before: (ids: string[]) => void = () => {};
  after: (ids: string[]) => void = () => {};
  now: Day = day;
  day = async () => {
    this.before([]);
    return this.now;
  };
  report = async (_: string, commands: readonly RoadCommand[]) => {
    const ids = commands.map((one) => one.id);
    this.before(ids);
    this.reports.push(ids);
    const answers = ids.map((id) => {
      if (this.refuses.has(id)) return { id, outcome: "refused" as const, words: "The office changed it." };
      const again = this.applied.includes(id);
      if (!again) this.applied.push(id);
      return { id, outcome: again ? ("already" as const) : ("applied" as const) };
    });
    this.after(ids);
    return { answers, day: { ...this.now, asOf: `${this.now.asOf}+` } };
  };
  photo = async ({ id }: { id: string }) => {
    this.before([id]);
    this.photos.push(id);
  };
}

async function phoneWith(lab: FakeLab, keeping: Keeping = memoryKeeping()) {
  const phone = new RoadPhone("driver", day, keeping, lab);
  await phone.open();
  return phone;
}
const statusesOf = (phone: RoadPhone) => phone.state().day.routes[0]?.stops.map((stop) => stop.status);

it("shows at once what was done, and sends it in order once when the lab is back", async () => {
  const lab = new FakeLab();
  lab.before = () => {
    throw new OutOfReach();
  };
  const phone = await phoneWith(lab);
  for (const id of ["a", "b", "c"]) await phone.act(arrive(id, id));
  expect(await phone.sync()).toBe(false);
  expect(phone.state()).toMatchObject({ line: "waiting", toSend: 3 });
  expect(statusesOf(phone)).toEqual(["arrived", "arrived", "arrived"]);
  lab.before = () => {};
  expect(await phone.sync()).toBe(true);
  expect(lab.applied).toEqual(["a", "b", "c"]);
  expect(phone.state()).toMatchObject({ line: "sent", toSend: 0 });
  await phone.sync();
  expect(lab.reports).toHaveLength(1);
});

it("sends again what was applied when the answer never came, through a restart, and it counts once", async () => {
  const lab = new FakeLab();
  const keeping = memoryKeeping();
  const phone = await phoneWith(lab, keeping);
  await phone.act(arrive("a", "a"));
  await phone.act(arrive("b", "b"));
  lab.after = () => {
    throw new OutOfReach();
  };
  await phone.sync();
  expect(lab.applied).toEqual(["a", "b"]);
  lab.after = () => {};
  const restarted = await phoneWith(lab, keeping);
  expect(restarted.state()).toMatchObject({ line: "waiting", toSend: 2 });
  expect(statusesOf(restarted)).toEqual(["arrived", "arrived", "planned"]);
  expect(await restarted.sync()).toBe(true);
  expect(lab.applied).toEqual(["a", "b"]);
});

it("keeps what is done while it sends, and sends it after", async () => {
  const lab = new FakeLab();
  const phone = await phoneWith(lab);
  await phone.act(arrive("a", "a"));
  let late: Promise<void> = Promise.resolve();
  lab.after = (ids) => {
    if (ids.includes("a")) late = phone.act(arrive("b", "b"));
  };
  await phone.sync();
  await late;
  await phone.sync();
  expect(lab.applied).toEqual(["a", "b"]);
  expect(phone.state().toSend).toBe(0);
});

it("takes a refused command out of the way, shows it until read, and sends the others", async () => {
  const lab = new FakeLab();
  lab.refuses.add("a");
  const keeping = memoryKeeping();
  const phone = await phoneWith(lab, keeping);
  await phone.act(arrive("a", "a"));
  await phone.act(arrive("b", "b"));
  expect(await phone.sync()).toBe(true);
  expect(lab.applied).toEqual(["b"]);
  expect(phone.state().refused).toMatchObject([{ id: "a", practice: "Practice a", words: "The office changed it." }]);
  expect((await phoneWith(lab, keeping)).state().refused).toHaveLength(1);
  await phone.read("a");
  expect((await phoneWith(lab, keeping)).state().refused).toEqual([]);
});

it("sends less at once when it is too much, and gives up only the one that is too large by itself", async () => {
  const lab = new FakeLab();
  lab.before = (ids) => {
    if (ids.includes("b")) throw new NotTaken(413, "Too large.");
  };
  const phone = await phoneWith(lab);
  for (const id of ["a", "b", "c"]) await phone.act(arrive(id, id));
  expect(await phone.sync()).toBe(true);
  expect(lab.applied).toEqual(["a", "c"]);
  expect(phone.state().refused).toMatchObject([{ id: "b", words: "Too large." }]);
});

it("loses nothing when the driver was signed out, and shows nothing of another person's", async () => {
  const lab = new FakeLab();
  const phone = await phoneWith(lab);
  await phone.act(arrive("a", "a"));
  lab.before = () => {
    throw new SignedOut();
  };
  await phone.sync();
  expect(phone.state()).toMatchObject({ line: "signed_out", toSend: 1 });
  lab.before = () => {};
  lab.now = { ...day, userId: "another" };
  await phone.sync();
  expect(phone.state().line).toBe("signed_out");
  expect(phone.state().day.userId).toBe("driver");
});

it("keeps a photo when somebody else is signed in on the phone now", async () => {
  const lab = new FakeLab();
  const keeping = memoryKeeping();
  const phone = await phoneWith(lab, keeping);
  const picture = new Blob(["x"]);
  const failed: RoadCommand = {
    ...arrive("f", "a"),
    kind: "fail",
    reasonId: "r",
    note: null,
    next: "lab",
    photoIds: ["p"],
  };
  await phone.act(failed, [{ id: "p", stopId: "a", purpose: "delivery", takenAt: "2026-11-23T10:00:00Z", picture }]);
  lab.photo = async (_, userId?: string) => {
    expect(userId).toBe("driver");
    throw new SignedOut();
  };
  await phone.sync();
  expect(phone.state()).toMatchObject({ line: "signed_out", toSend: 1 });
  expect(await keeping.photos(["p"])).toHaveLength(1);
});

it("sends photos before the command that names them, each once", async () => {
  const lab = new FakeLab();
  const phone = await phoneWith(lab);
  const photo = {
    id: "p",
    stopId: "a",
    purpose: "delivery" as const,
    takenAt: "2026-11-23T10:00:00Z",
    picture: new Blob(["x"]),
  };
  const deliver: RoadCommand = {
    ...arrive("d", "a"),
    kind: "deliver",
    person: "Ann",
    signature: null,
    photoIds: ["p"],
    shipmentIds: [],
    scannedIds: [],
  };
  await phone.act(deliver, [photo]);
  lab.before = (ids) => {
    if (ids.includes("d")) throw new OutOfReach();
  };
  await phone.sync();
  lab.before = () => {};
  await phone.sync();
  expect([lab.photos, lab.applied]).toEqual([["p"], ["d"]]);
});

it("goes on in memory, and says so, when the phone lets nothing be kept", async () => {
  const lab = new FakeLab();
  const full = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const phone = await phoneWith(lab, { ...memoryKeeping(), add: full });
  await phone.act(arrive("a", "a"));
  expect(phone.state()).toMatchObject({ forgetful: true, toSend: 1 });
  expect(await phone.sync()).toBe(true);
  expect(lab.applied).toEqual(["a"]);
});
