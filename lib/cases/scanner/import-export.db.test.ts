import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { binaryStl } from "@/lib/files/testing/sample-files";
import { type BuiltLab, buildLab, buildPractice } from "@/lib/testing/build";
import { discardDraft, restoreDraft } from "../drafts";
import { crown, prescription, refusalOf, submitAs } from "../testing/prescription";
import { bringAs, filesOnDisk } from "./testing/bring-export";
import { archive, type Entry, exampleEntries, exampleXml } from "./testing/build-archive";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let dentist: Actor;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  dentist = lab.actors.dentist;
  await owner.query("UPDATE dentist_profiles SET licence_number = '99887' WHERE id = $1", [lab.dentistId]);
});
afterAll(() => owner.release());

const bringExample = (replaced: Record<string, string> = {}, actor = dentist, practiceId: string | null = null) =>
  bringAs(actor, archive(exampleEntries(exampleXml(replaced))), practiceId);
const count = async (table: string) =>
  (await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE lab_id = $1`, [lab.id])).rows[0]?.n;
const nothingIsLeft = async () => {
  expect([await count("case_drafts"), await count("case_files"), filesOnDisk(lab.id)]).toEqual([0, 0, []]);
};

describe("an export", () => {
  test("becomes a draft with patient, dentist, wanted day, order and files", async () => {
    const answer = await bringExample({ "12/13/2026": "12/13/2099" });
    const { rows } = await owner.query("SELECT * FROM case_drafts WHERE lab_id = $1", [lab.id]);
    expect(answer).toEqual({ kind: "imported", draftId: rows[0].id, practiceId: lab.practiceId });
    expect(rows[0]).toMatchObject({
      user_id: dentist.userId,
      scanner_order_id: "90011223",
      scanner: {
        device: "iTero",
        doctor: "Dr. Maren, Ida",
        licence: "99887",
        files: 3,
        dueOn: "2099-12-13",
        dueTaken: false,
      },
      payload: {
        dentistId: lab.dentistId,
        patient: { reference: "Quill, Robin", fullName: "Robin Quill" },
        items: [],
        wantedOn: "",
        instructions: "iTero order 90011223 (07QK4ZTM), Restorative.",
      },
    });
    const files = await owner.query("SELECT name, kind, draft_id FROM case_files WHERE lab_id = $1 ORDER BY name", [
      lab.id,
    ]);
    expect(files.rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "90011223_shell_occlusion_l.stl scan",
      "90011223_shell_occlusion_u.stl scan",
      "gallery_#90011223.jpg photo",
    ]);
    expect(filesOnDisk(lab.id)).toHaveLength(3);
  });

  test("may lie in a folder, with files of its own that the order does not name", async () => {
    const entries = exampleEntries().map((e) => ({ ...e, name: `Quill/${e.name}` }));
    const more: Entry[] = [
      { name: "Quill/inner.zip", data: archive([{ name: "x.stl", data: binaryStl(1) }]) },
      { name: "Quill/readme.txt", data: Buffer.from("hello") },
      { name: "__MACOSX/._readme.txt", data: Buffer.from("x") },
      { name: "Quill/", data: Buffer.alloc(0), stored: true, mode: 0o040755 },
    ];
    await bringAs(dentist, archive([...entries, ...more]));
    const { rows } = await owner.query("SELECT scanner -> 'leftOut' AS left FROM case_drafts WHERE lab_id = $1", [
      lab.id,
    ]);
    expect(rows[0].left).toEqual(["inner.zip", "readme.txt"]);
    expect(await count("case_files")).toBe(3);
  });

  test("takes a day that can be as the wanted one", async () => {
    const next = new Date().getUTCFullYear() + (new Date().getUTCMonth() > 5 ? 1 : 0);
    await bringExample({ "12/13/2026": `06/30/${next}` });
    const { rows } = await owner.query("SELECT payload ->> 'wantedOn' AS day FROM case_drafts WHERE lab_id = $1", [
      lab.id,
    ]);
    expect(rows[0].day).toBe(`${next}-06-30`);
  });

  test("its order stays with the case that it becomes", async () => {
    const answer = await bringExample();
    if (answer.kind !== "imported") throw new Error(answer.kind);
    const made = await submitAs(dentist, prescription(lab, { draftId: answer.draftId, items: [crown] }));
    const { rows } = await owner.query("SELECT scanner_order_id FROM cases WHERE id = $1", [made.id]);
    expect(rows[0].scanner_order_id).toBe("90011223");
    expect(await bringExample()).toEqual({
      kind: "already",
      words: `Order 90011223 was imported already: it is case ${made.number}.`,
      href: `/portal/cases/${made.id}`,
    });
    expect(await bringExample({}, lab.actors.staff)).toMatchObject({ href: `/cases/${made.id}` });
  });
});

describe("the same order again", () => {
  test("is recognised, with a link for whoever may open the draft", async () => {
    const first = await bringExample();
    if (first.kind !== "imported") throw new Error(first.kind);
    expect(await bringExample()).toEqual({
      kind: "already",
      words: "Order 90011223 was imported already: it is a draft of yours.",
      href: `/portal/new?draft=${first.draftId}`,
    });
    expect(await bringExample({}, lab.actors.staff)).toMatchObject({ kind: "already", href: null });
    expect([await count("case_drafts"), filesOnDisk(lab.id).length]).toEqual([1, 3]);
  });

  test("of five at once makes one draft and leaves no stray file", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => bringExample()));
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual([...Array(4).fill("already"), "imported"]);
    const draft = answers.find((a) => a.kind === "imported");
    for (const a of answers) if (a.kind === "already") expect(a.href).toBe(`/portal/new?draft=${draft?.draftId}`);
    expect([await count("case_drafts"), await count("case_files"), filesOnDisk(lab.id).length]).toEqual([1, 3, 3]);
  });

  test("is free again once its draft was put away, and then that draft stays away", async () => {
    const first = await bringExample();
    if (first.kind !== "imported") throw new Error(first.kind);
    await asActor(dentist, (tx) => discardDraft({ actor: dentist, tx }, { id: first.draftId }));
    expect((await bringExample()).kind).toBe("imported");
    const back = asActor(dentist, (tx) => restoreDraft({ actor: dentist, tx }, { id: first.draftId }));
    await expect(back).rejects.toMatchObject({ code: "23505" });
  });

  test("at another practice of the lab is recognised without telling more, and another lab knows nothing of it", async () => {
    await bringExample();
    await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
    const practice = await buildPractice(owner);
    await owner.query("INSERT INTO practice_dentists (practice_id, dentist_id) VALUES ($1, $2)", [
      practice.id,
      lab.dentistId,
    ]);
    expect(await bringExample({}, { ...dentist, practice })).toEqual({
      kind: "already",
      words: "Order 90011223 was imported already, for another practice. Please call the lab.",
      href: null,
    });
    const other = await buildLab(owner);
    await owner.query("UPDATE dentist_profiles SET licence_number = '99887' WHERE id = $1", [other.dentistId]);
    expect((await bringExample({}, other.actors.dentist)).kind).toBe("imported");
  });
});

describe("the dentist", () => {
  test("is found by licence in any case of letters, and refused when none has it", async () => {
    expect((await bringExample({ "99887": " 99887 " })).kind).toBe("imported");
    const refused = await refusalOf(bringExample({ "90011223</O": "90011224</O", "99887": "11111" }));
    expect(refused.fields?.file).toEqual([
      "No dentist at this practice has the licence number 11111 (Dr. Maren, Ida).",
    ]);
  });

  test("of several practices makes the lab ask which, and the chosen one is taken", async () => {
    await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
    const practice = await buildPractice(owner);
    await owner.query("INSERT INTO practice_dentists (practice_id, dentist_id) VALUES ($1, $2)", [
      practice.id,
      lab.dentistId,
    ]);
    const { staff } = lab.actors;
    const asked = await bringExample({}, staff);
    if (asked.kind !== "which_practice") throw new Error(asked.kind);
    expect(asked.practices.map(({ id }) => id).toSorted()).toEqual([lab.practiceId, practice.id].toSorted());
    await nothingIsLeft();
    expect(await bringExample({}, staff, practice.id)).toMatchObject({ kind: "imported", practiceId: practice.id });
  });

  test("who no longer prescribes there is unknown", async () => {
    await owner.query("UPDATE practice_dentists SET ended_on = '2020-01-01' WHERE lab_id = $1", [lab.id]);
    expect((await refusalOf(bringExample())).reason).toBe("unknown_dentist");
    await nothingIsLeft();
  });
});
