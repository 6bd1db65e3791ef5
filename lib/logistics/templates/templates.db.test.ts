import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { Planning } from "../planning/testing";
import { reasonOf } from "../testing";
import { archiveTemplate, changeTemplate, newTemplate, restoreTemplate } from "./save-template";
import { newTemplateSchema } from "./schema";
import { findTemplate, listTemplates } from "./template-queries";

const db = useDatabase();
let owner: PoolClient;
let p: Planning;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  p = await Planning.open(owner);
});
afterAll(() => owner.release());

const template = (name: string, practices: string[], more: object = {}) =>
  newTemplateSchema.parse({
    name,
    weekdays: [5, 1, 3, 1],
    driverId: p.scene.lab.actors.driver.userId,
    departsAt: "08:30",
    shiftEndsAt: "12:30",
    stops: practices.map((practiceId, i) => ({ practiceId, always: i === 0 })),
    idempotencyKey: randomUUID(),
    ...more,
  });
const found = (id: string) => asActor(p.scene.lab.actors.manager, (tx) => findTemplate(tx, id));

it("is kept with its practices in order, changed, put away and brought back", async () => {
  const [a, b, c] = [await p.practice(-4.2), await p.practice(-4.3), await p.practice(-4.4)];
  const { id } = await p.scene.staff((context) => newTemplate(context, template("AM", [a, b])));
  const made = await found(id);
  expect(made).toMatchObject({ name: "AM", weekdays: [1, 3, 5], departsAt: "08:30", version: 1, archived: false });
  expect(made.stops.map(({ practiceId, always }) => [practiceId, always])).toEqual([
    [a, true],
    [b, false],
  ]);
  const { idempotencyKey: _key, ...changed } = template("Morning", [c, a]);
  const change = (version: number) => p.scene.staff((context) => changeTemplate(context, { ...changed, id, version }));
  await change(made.version);
  const after = await found(id);
  expect(after.stops.map(({ practiceId }) => practiceId)).toEqual([c, a]);
  expect(await reasonOf(change(made.version))).toBe("stale");

  await p.scene.staff((context) => archiveTemplate(context, { id, version: after.version }));
  const listed = (archived: boolean) => asActor(p.scene.lab.actors.staff, (tx) => listTemplates(tx, archived));
  expect((await listed(false)).some((one) => one.id === id)).toBe(false);
  expect((await listed(true)).find((one) => one.id === id)).toMatchObject({ name: "Morning" });
  expect(await p.plan()).toMatchObject({ made: 0 });
  await p.scene.staff((context) => restoreTemplate(context, { id }));
  expect((await found(id)).archived).toBe(false);
});

it("has a name of its own, the lab's own driver and practices, and is not another lab's", async () => {
  const a = await p.practice(-4.2);
  const { id } = await p.scene.staff((context) => newTemplate(context, template("Noon", [a])));
  const make = (input: ReturnType<typeof template>) =>
    reasonOf(p.scene.staff((context) => newTemplate(context, input)));
  expect(await make(template("noon", []))).toBe("template_name_taken");
  const other = await Planning.open(owner);
  expect(await make(template("X", [await other.practice(-4.2)]))).toBe("invalid");
  expect(await make(template("Y", [], { driverId: other.scene.lab.actors.driver.userId }))).toBe("invalid");
  expect(await make(template("Z", [], { driverId: p.scene.lab.actors.technician.userId }))).toBe("invalid");
  expect(await reasonOf(other.scene.staff((context) => archiveTemplate(context, { id, version: 1 })))).toBe(
    "not_found",
  );
  expect(await reasonOf(asActor(other.scene.lab.actors.staff, (tx) => findTemplate(tx, id)))).toBe("not_found");
  const twice = newTemplateSchema.safeParse({
    ...template("W", [a]),
    stops: [
      { practiceId: a, always: true },
      { practiceId: a, always: false },
    ],
  });
  expect(twice.success).toBe(false);
  expect(newTemplateSchema.safeParse({ ...template("W", []), driverId: "", shiftEndsAt: "08:30" }).success).toBe(false);
});
