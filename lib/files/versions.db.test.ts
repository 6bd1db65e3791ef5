import { ReadableStream } from "node:stream/web";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addStream } from "./add-file";
import type { FileTarget } from "./place";
import { removeFile, restoreFile, shareFile } from "./remove-file";
import { filesOfCase } from "./rows";
import { keptFile } from "./serve";
import { binaryStl, pdf } from "./testing/sample-files";

const { ownerPool } = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let dentist: Actor;
let technician: Actor;

beforeAll(async () => {
  const client = await ownerPool.connect();
  lab = await buildLab(client);
  other = await buildLab(client);
  client.release();
  ({ dentist, technician } = lab.actors);
});

async function newCase(status = "submitted"): Promise<BuiltCase> {
  const client = await ownerPool.connect();
  const made = await buildCase(client, lab);
  await client.query("UPDATE cases SET status = $1 WHERE id = $2", [status, made.id]);
  client.release();
  return made;
}
const add = (actor: Actor, target: FileTarget, name = "upper.stl", bytes = binaryStl(4)) =>
  addStream(actor, target, name, ReadableStream.from([new Uint8Array(bytes)]));
const files = (actor: Actor, caseId: string) => asActor(actor, (tx) => filesOfCase(tx, caseId));
const remove = (actor: Actor, id: string, all = false) =>
  asActor(actor, (tx) => removeFile({ actor, tx }, { id, all }));
const restore = (actor: Actor, id: string) => asActor(actor, (tx) => restoreFile({ actor, tx }, { id }));
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.fail("It was not refused."),
    (error) => (error instanceof Refusal ? error.reason : error),
  );

describe("a new version", () => {
  test("is the one shown; the older stays with who and when, and opens", async () => {
    const { id: caseId } = await newCase();
    const first = await add(dentist, { caseId });
    const second = await add(technician, { versionOf: first.id }, "upper trimmed.stl");
    const [file, ...rest] = await files(technician, caseId);
    expect(rest).toEqual([]);
    expect(file).toMatchObject({ id: second.id, name: "upper trimmed.stl", revision: 2, audience: "shared" });
    expect(file?.versions.map(({ id, revision, addedBy }) => [id, revision, addedBy])).toEqual([
      [second.id, 2, "Test technician"],
      [first.id, 1, "Test dentist"],
    ]);
    const seen = (await files(dentist, caseId))[0]?.versions;
    expect(seen?.map(({ addedBy, own, fromPractice }) => [addedBy, own, fromPractice])).toEqual([
      [null, false, false],
      ["Test dentist", true, true],
    ]);
    expect((await asActor(dentist, (tx) => keptFile(tx, first.id))).name).toBe("upper.stl");
    const { rows } = await ownerPool.query("SELECT data FROM case_events WHERE kind = 'file_version_added'");
    expect(rows).toEqual([{ data: { name: "upper trimmed.stl", version: 2 } }]);
  });

  test("of two people at once are both kept, in order", async () => {
    const { id: caseId } = await newCase();
    const first = await add(technician, { caseId });
    const many = await Promise.all(
      [technician, lab.actors.manager, technician, lab.actors.staff].map((actor) =>
        add(actor, { versionOf: first.id }),
      ),
    );
    expect(many.map(({ revision }) => revision).sort()).toEqual([2, 3, 4, 5]);
    expect((await files(technician, caseId))[0]?.versions.map(({ revision }) => revision)).toEqual([5, 4, 3, 2, 1]);
  });

  test("does not take the number of a removed one, which comes back as it was", async () => {
    const { id: caseId } = await newCase();
    const first = await add(technician, { caseId });
    const second = await add(technician, { versionOf: first.id });
    await remove(technician, second.id);
    expect((await files(technician, caseId))[0]?.id).toBe(first.id);
    expect((await add(technician, { versionOf: first.id })).revision).toBe(3);
    await restore(technician, second.id);
    expect((await files(technician, caseId))[0]?.versions.map(({ revision }) => revision)).toEqual([3, 2, 1]);
  });

  test("is of the same kind, after a file one sees, and by a practice only after its own", async () => {
    const { id: caseId } = await newCase();
    const scan = await add(technician, { caseId });
    expect(await refusalOf(add(technician, { versionOf: scan.id }, "rx.pdf", pdf))).toBe("invalid");
    expect(await refusalOf(add(dentist, { versionOf: scan.id }))).toBe("not_found");
    expect(await refusalOf(add(other.actors.technician, { versionOf: scan.id }))).toBe("not_found");
    const own = await add(dentist, { caseId }, "lower.stl");
    expect((await add(dentist, { versionOf: own.id }, "lower.stl")).revision).toBe(2);
  });
});

describe("a file of the lab's alone", () => {
  test("is not there for the practice, nor are its versions and lines, until it is shared", async () => {
    const { id: caseId } = await newCase();
    const first = await add(technician, { caseId, audience: "internal" });
    const second = await add(technician, { versionOf: first.id });
    expect(second.audience).toBe("internal");
    expect(await files(dentist, caseId)).toEqual([]);
    for (const { id } of [first, second]) {
      expect(await refusalOf(asActor(dentist, (tx) => keptFile(tx, id)))).toBe("not_found");
    }
    const told = () =>
      asActor(dentist, (tx) => tx.prisma.caseEvent.count({ where: { caseId, kind: { startsWith: "file_" } } }));
    expect(await told()).toBe(0);
    const share = (actor: Actor) => asActor(actor, (tx) => shareFile({ actor, tx }, { id: second.id }));
    expect(await refusalOf(share(dentist))).toBe("not_found");
    await share(technician);
    await share(technician);
    expect((await files(dentist, caseId))[0]?.versions).toHaveLength(2);
    expect(await told()).toBe(1);
  });

  test("cannot be a practice's", async () => {
    const { id: caseId } = await newCase();
    expect((await add(dentist, { caseId, audience: "internal" })).audience).toBe("shared");
  });
});

describe("a file of a case is removed and brought back", () => {
  test("whole, with its versions", async () => {
    const { id: caseId } = await newCase();
    const first = await add(technician, { caseId });
    const second = await add(technician, { versionOf: first.id });
    await remove(technician, second.id, true);
    expect(await files(technician, caseId)).toEqual([]);
    expect(await refusalOf(remove(technician, second.id, true))).toBe("not_found");
    await restore(technician, second.id);
    expect((await files(technician, caseId))[0]?.versions).toHaveLength(2);
    const { rows } = await ownerPool.query(
      "SELECT kind FROM case_events WHERE case_id = $1 AND kind IN ('file_removed', 'file_restored') ORDER BY occurred_at",
      [caseId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["file_removed", "file_restored"]);
  });

  test("by a practice only its own, before the lab has the case", async () => {
    const { id: caseId } = await newCase("submitted");
    const [theirs, labs] = [await add(dentist, { caseId }), await add(technician, { caseId })];
    expect(await refusalOf(remove(dentist, labs.id))).toBe("not_found");
    await remove(dentist, theirs.id);
    await restore(dentist, theirs.id);
    await ownerPool.query("UPDATE cases SET status = 'designing' WHERE id = $1", [caseId]);
    expect(await refusalOf(remove(dentist, theirs.id))).toBe("in_production");
    expect(await files(dentist, caseId)).toHaveLength(2);
  });

  test("by the lab its own, and the practice's by who may edit the case", async () => {
    const { id: caseId } = await newCase();
    const theirs = await add(dentist, { caseId });
    expect(await refusalOf(remove(technician, theirs.id))).toBe("not_found");
    expect(await refusalOf(remove(other.actors.admin, theirs.id))).toBe("not_found");
    await remove(lab.actors.staff, theirs.id);
    expect(await refusalOf(restore(technician, theirs.id))).toBe("not_found");
    await restore(lab.actors.manager, theirs.id);
    expect(await files(technician, caseId)).toHaveLength(1);
  });

  test("whole only by who may remove every version of it", async () => {
    const { id: caseId } = await newCase("submitted");
    const scan = await add(dentist, { caseId });
    const trimmed = await add(technician, { versionOf: scan.id });
    expect(await refusalOf(remove(technician, trimmed.id, true))).toBe("others_versions");
    expect(await refusalOf(remove(dentist, scan.id, true))).toBe("others_versions");
    expect((await files(technician, caseId))[0]?.versions).toHaveLength(2);
    await remove(lab.actors.staff, trimmed.id, true);
    expect(await files(technician, caseId)).toEqual([]);
  });
});
