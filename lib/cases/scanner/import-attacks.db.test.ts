import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { useDatabase } from "@/lib/db/testing";
import { binaryStl } from "@/lib/files/testing/sample-files";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { refusalOf } from "../testing/prescription";
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

const count = async (table: string) =>
  (await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE lab_id = $1`, [lab.id])).rows[0]?.n;
const nothingIsLeft = async () => {
  expect([await count("case_drafts"), await count("case_files"), filesOnDisk(lab.id)]).toEqual([0, 0, []]);
};

describe("nothing is left of", () => {
  const example = exampleEntries();
  const [xml, photo, lower] = example as [Entry, Entry, Entry];
  const zeros = Buffer.alloc(40 * 1024 * 1024);
  const packed = deflateRawSync(zeros);
  test.each<[what: string, reason: string, bytes: () => Buffer]>([
    [
      "a path out of the archive",
      "unsafe_archive",
      () => archive([...example, { name: "../../evil.stl", data: lower.data }]),
    ],
    ["an absolute path", "unsafe_archive", () => archive([...example, { name: "/etc/evil.stl", data: lower.data }])],
    ["a Windows path", "unsafe_archive", () => archive([...example, { name: "..\\evil.stl", data: lower.data }])],
    ["a drive's path", "unsafe_archive", () => archive([...example, { name: "C:/evil.stl", data: lower.data }])],
    [
      "a link",
      "unsafe_archive",
      () => archive([...example, { name: "link.stl", data: Buffer.from("/etc/passwd"), mode: 0o120777 }]),
    ],
    [
      "a device",
      "unsafe_archive",
      () => archive([...example, { name: "dev.stl", data: Buffer.from("x"), mode: 0o020666 }]),
    ],
    [
      "a bomb that says its size",
      "unsafe_archive",
      () => archive([...example, { name: "bomb.stl", data: zeros, packed }]),
    ],
    [
      "a bomb that lies about its size",
      "damaged_archive",
      () => archive([xml, photo, { ...lower, data: zeros, packed, declaredSize: 500_000 }, ...example.slice(3)]),
    ],
    [
      "a thousand files",
      "unsafe_archive",
      () => archive([...example, ...Array.from({ length: 1000 }, (_, i) => ({ name: `${i}.stl`, data: lower.data }))]),
    ],
    [
      "more than can be taken in",
      "too_large",
      () => archive([...example, { name: "huge.stl", data: Buffer.from("x"), declaredSize: 0xf0000000 }]),
    ],
    ["a locked archive", "damaged_archive", () => archive([{ ...xml, flags: 1 }, ...example.slice(1)])],
    [
      "a mesh that fails its check sum",
      "damaged_archive",
      () => archive([xml, photo, { ...lower, crc: 1 }, ...example.slice(3)]),
    ],
    ["half an archive", "file_refused", () => archive(example).subarray(0, 700)],
    ["what is no archive", "file_refused", () => Buffer.from("not a zip")],
    ["an archive without an order", "no_order", () => archive(example.slice(1))],
    ["two orders", "no_order", () => archive([...example, { ...xml, name: "second.xml" }])],
    [
      "a document type",
      "bad_order",
      () => archive(exampleEntries(exampleXml({ "<iTeroExport ": "<!DOCTYPE x><iTeroExport " }))),
    ],
    [
      "an XML of a megabyte",
      "bad_order",
      () => archive([{ ...xml, data: randomBytes(1_000_000) }, ...example.slice(1)]),
    ],
    ["a missing mesh", "missing_files", () => archive(example.slice(0, 3))],
    [
      "a mesh that is none",
      "file_refused",
      () => archive([xml, photo, { ...lower, data: Buffer.from("<script>") }, ...example.slice(3)]),
    ],
    [
      "a mesh that is cut off",
      "file_refused",
      () =>
        archive([
          ...example.slice(0, 3),
          { name: "90011223_shell_occlusion_u.stl", data: binaryStl(220).subarray(0, 5000) },
        ]),
    ],
    [
      "a picture that is a program",
      "file_refused",
      () => archive([xml, { ...photo, data: Buffer.from("MZ") }, ...example.slice(2)]),
    ],
  ])("%s", async (_, reason, bytes) => {
    const refused = await refusalOf(bringAs(dentist, bytes()));
    expect([refused.reason, refused.code]).toEqual([
      reason === "too_large"
        ? "archive_too_large"
        : expect.stringMatching(reason === "file_refused" ? /file_refused|damaged_archive/ : reason),
      reason === "too_large" ? "too_large" : "invalid",
    ]);
    await nothingIsLeft();
  });

  test("a bomb takes no memory", async () => {
    const bomb = archive([...example, { name: "bomb.stl", data: zeros, packed, declaredSize: 300_000 }]);
    const many = archive([xml, photo, { ...lower, data: zeros, packed, declaredSize: 500_000 }, ...example.slice(3)]);
    const before = process.memoryUsage().rss;
    let most = before;
    for (const bytes of [bomb, many, bomb, many]) {
      await bringAs(dentist, bytes).catch(() => null);
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(most - before).toBeLessThan(100 * 1024 * 1024);
  });
});
