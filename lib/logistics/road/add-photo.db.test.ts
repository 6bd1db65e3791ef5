import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import type { ReadableStream } from "node:stream/web";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { useDatabase } from "@/lib/db/testing";
import { jpeg, png } from "@/lib/files/testing/sample-files";
import { Dispatch, reasonOf } from "../testing";
import { addPhoto, MOST_PHOTO_BYTES } from "./add-photo";
import { planned } from "./testing/phone";

const db = useDatabase();
let owner: PoolClient;
let scene: Dispatch;
let stopId: string;
let driver: Actor;
beforeAll(async () => {
  mkdirSync(process.env.FILES_DIR as string, { recursive: true });
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
  driver = scene.lab.actors.driver;
  stopId = (await planned(scene, await scene.finishedCase())).stopId;
});
afterAll(() => owner.release());

const now = () => new Date().toISOString();
const photoOf = (id: string, about: object = {}) => ({
  id,
  stopId,
  purpose: "delivery" as const,
  happenedAt: now(),
  sentAt: now(),
  ...about,
});
const sent = (body: Buffer, mediaType = "image/jpeg") => ({
  mediaType,
  declaredSize: null,
  body: new Blob([new Uint8Array(body)]).stream() as unknown as ReadableStream<Uint8Array>,
});
const keptFiles = () =>
  readdirSync(process.env.FILES_DIR as string, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length;
const rowsOf = (id: string) => scene.one("SELECT count(*)::int FROM stop_photos WHERE id = $1", [id]);

it("keeps a photo once, sent five times and at the same moment, and leaves no second copy", async () => {
  const id = randomUUID();
  const before = keptFiles();
  const answers = await Promise.all(Array.from({ length: 5 }, () => addPhoto(driver, photoOf(id), sent(jpeg(40, 30)))));
  expect(answers.map((one) => one.kept).toSorted()).toEqual(["before", "before", "before", "before", "now"]);
  expect(await addPhoto(driver, photoOf(id), sent(jpeg(40, 30)))).toEqual({ id, kept: "before" });
  expect(await rowsOf(id)).toEqual({ count: 1 });
  expect(keptFiles()).toBe(before + 1);
});

it("takes only pictures, by their content, and none that is too large", async () => {
  const add = (body: Buffer, mediaType?: string) =>
    reasonOf(addPhoto(driver, photoOf(randomUUID()), sent(body, mediaType)));
  const before = keptFiles();
  expect(await add(Buffer.from("<html><script>1</script></html>"))).toBe("file_refused");
  expect(await add(png(10, 10), "image/jpeg")).toBe("file_refused");
  expect(await add(jpeg(10, 10), "image/svg+xml")).toBe("file_refused");
  expect(await add(Buffer.concat([jpeg(10, 10), Buffer.alloc(MOST_PHOTO_BYTES)]))).toBe("too_large");
  expect(keptFiles()).toBe(before);
  expect(await add(png(10, 10), "image/png")).toBe("done");
});

it("takes none for a stop of others, and no photo of another stop", async () => {
  const id = randomUUID();
  const other = { ...driver, userId: scene.lab.actors.technician.userId };
  expect(await reasonOf(addPhoto(other, photoOf(id), sent(jpeg(10, 10))))).toBe("not_found");
  await addPhoto(driver, photoOf(id), sent(jpeg(10, 10)));
  const elsewhere = (await planned(scene, await scene.finishedCase())).stopId;
  expect(await reasonOf(addPhoto(driver, photoOf(id, { stopId: elsewhere }), sent(jpeg(10, 10))))).toBe(
    "photo_elsewhere",
  );
  expect(await reasonOf(addPhoto(driver, photoOf(id, { purpose: "pickup" }), sent(jpeg(10, 10))))).toBe(
    "photo_elsewhere",
  );
});
