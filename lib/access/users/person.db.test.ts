import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { signedInBy } from "../session";
import { endUserSession, explain, readPerson } from "./person";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
});
afterAll(() => owner.release());

const session = async (of: BuiltLab, userId: string | null) => {
  const made = await owner.query<{ id: string }>(
    `INSERT INTO sessions (user_id, lab_id, device, last_seen_at, expires_at) VALUES ($1, $2, 'Firefox on Linux', now(), now() + interval '1 day')
     RETURNING id`,
    [userId, of.id],
  );
  return made.rows[0]?.id as string;
};

test("what a person may do is explained as it is decided", async () => {
  for (const kind of ["technician", "dentist", "driver"] as const) {
    const userId = lab.actors[kind].userId as string;
    const person = await readPerson(lab.actors.admin, userId);
    const id = await session(lab, userId);
    await owner.query("UPDATE sessions SET practice_id = $2 WHERE id = $1 AND $3 = 'dentist'", [
      id,
      lab.practiceId,
      kind,
    ]);
    const decided = await signedInBy(id, null);
    const explained = [...explain(person).values()].flat().filter(({ may }) => may);
    expect(new Set(explained.map(({ permission }) => permission)), kind).toEqual(decided?.actor?.permissions);
  }
  const disabled = explain({
    ...(await readPerson(lab.actors.admin, lab.actors.staff.userId as string)),
    status: "disabled",
  });
  expect([...disabled.values()].flat().some(({ may }) => may)).toBe(false);
});

test("a session is seen and ended by the lab it is of, and by no other", async () => {
  const userId = lab.actors.manager.userId as string;
  const id = await session(lab, userId);
  expect((await readPerson(lab.actors.admin, userId)).sessions.map((one) => one.id)).toEqual([id]);
  await expect(readPerson(other.actors.admin, userId)).rejects.toMatchObject({ code: "not_found" });
  const foreign = endUserSession({ actor: other.actors.admin }, { sessionId: id });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  expect(await signedInBy(id, null)).not.toBeNull();
  await endUserSession({ actor: lab.actors.admin }, { sessionId: id });
  expect(await signedInBy(id, null)).toBeNull();
});
