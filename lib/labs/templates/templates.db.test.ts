import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addTemplate, archiveTemplate, changeTemplate, restoreTemplate } from "./change-template";
import { editedTemplates, type TemplateRow } from "./queries";
import { addTemplateSchema, changeTemplateSchema } from "./schema";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  other = await buildLab(owner);
});
afterAll(() => owner.release());

const as = <T>(work: (context: Context) => Promise<T>, of = lab) =>
  asActor(of.actors.manager, (tx) => work({ actor: of.actors.manager, tx }));
const all = () => as((c) => editedTemplates(c.tx));
const named = async (name: string) => (await all()).find((t) => t.name === name) as TemplateRow;
const inputOf = ({ stages, ...template }: TemplateRow, route = stages.map(({ stage }) => stage as string)) => ({
  id: template.id,
  seenAt: template.seenAt,
  name: template.name,
  rushDays: String(template.rushDays),
  stages: route.map((stage) => {
    const known = stages.find((one) => one.stage === stage);
    return { stage, days: String(known?.days ?? 1), departmentId: known?.departmentId ?? "" };
  }),
});
const change = (input: object, of = lab) => as((c) => changeTemplate(c, changeTemplateSchema.parse(input)), of);
const routeOf = (template: TemplateRow | undefined) => template?.stages.map(({ stage }) => stage).join(" ");
const RIGHT = ["receiving", "design", "milling", "quality_control", "delivery"];

test("days, words and departments change in place, and not over another's change", async () => {
  const crown = await named("Crown");
  const input = inputOf(crown);
  const stages = input.stages.map((stage) => (stage.stage === "design" ? { ...stage, days: "2,5" } : stage));
  expect(await change({ ...input, name: "Single crown", rushDays: "3", stages })).toEqual({ id: crown.id });
  const now = await named("Single crown");
  expect(now).toMatchObject({ id: crown.id, rushDays: 3 });
  expect(now.stages.find(({ stage }) => stage === "design")?.days).toBe(2.5);
  await expect(change(input)).rejects.toMatchObject({ reason: "stale" });
  await expect(change({ ...input, seenAt: now.seenAt }, other)).rejects.toMatchObject({ code: "not_found" });
});

test("stages that nobody follows yet are added, taken out and moved in the same template", async () => {
  const crown = await named("Crown");
  expect(await change(inputOf(crown, RIGHT))).toEqual({ id: crown.id });
  expect(routeOf(await named("Crown"))).toBe(RIGHT.join(" "));
  const back = ["receiving", "design", "impression_scan", "milling", "sintering", "quality_control", "delivery"];
  await change(inputOf(await named("Crown"), back));
  expect(routeOf(await named("Crown"))).toBe(back.join(" "));
});

test("a running case keeps the stages it began with; the next case takes the new ones", async () => {
  const running = await buildCase(owner, lab);
  const templateOf = async (itemId: string | undefined) =>
    (await owner.query("SELECT template_id FROM case_items WHERE id = $1", [itemId])).rows[0].template_id as string;
  const before = await templateOf(running.itemIds[0]);
  const crown = await named("Crown");
  expect(before).toBe(crown.id);
  expect(crown.running).toBe(1);
  const { id } = await change(inputOf(crown, RIGHT));
  expect(id).not.toBe(crown.id);
  const stages = await owner.query(
    "SELECT stage FROM workflow_template_stages WHERE template_id = $1 AND deleted_at IS NULL ORDER BY position",
    [before],
  );
  expect(stages.rows.map(({ stage }) => stage).join(" ")).toBe(routeOf(crown));
  expect((await all()).filter(({ name }) => name === "Crown").map((t) => [t.id, t.isActive, routeOf(t)])).toEqual([
    [id, true, RIGHT.join(" ")],
  ]);
  await expect(change(inputOf(crown))).rejects.toMatchObject({ code: "not_found" });
  await expect(as((c) => restoreTemplate(c, { id: crown.id }))).rejects.toMatchObject({ code: "not_found" });
});

test("a new template is for work that has none, and an archived one comes back unless another took its place", async () => {
  const peek = {
    name: "Crown, PEEK",
    procedureType: "crowns",
    material: "peek",
    rushDays: "2",
    stages: inputOf(await named("Crown"), RIGHT).stages,
  };
  const add = (more: object = {}) => as((c) => addTemplate(c, addTemplateSchema.parse({ ...peek, ...more })));
  const { id } = await add();
  await expect(add()).rejects.toMatchObject({ fieldErrors: { material: [expect.stringContaining("Crown, PEEK")] } });
  await as((c) => archiveTemplate(c, { id }));
  await add({ name: "Another" });
  await expect(as((c) => restoreTemplate(c, { id }))).rejects.toMatchObject({
    fieldErrors: { material: expect.anything() },
  });
  await expect(as((c) => archiveTemplate(c, { id }), other)).rejects.toMatchObject({ code: "not_found" });
});

test("a stage goes to a department of the lab alone, and the rules of stages hold", async () => {
  const crown = inputOf(await named("Crown"));
  const foreign = await as((c) => editedTemplates(c.tx), other);
  const departmentId = foreign[0]?.stages[0]?.departmentId;
  const stages = crown.stages.map((stage, i) => (i === 1 ? { ...stage, departmentId } : stage));
  await expect(change({ ...crown, stages })).rejects.toMatchObject({
    fieldErrors: { "stages.1.departmentId": expect.anything() },
  });
  expect(changeTemplateSchema.safeParse({ ...crown, stages: crown.stages.slice(1) }).success).toBe(false);
});
