import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, renameSync } from "node:fs";
import path from "node:path";
import { ReadableStream } from "node:stream/web";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import { systemActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addStream } from "../add-file";
import { plyOf, stlOf } from "../mesh/write-mesh";
import { purgeDeletedFiles } from "../purge";
import { keptPreview, servePreview } from "../serve";
import { memoryGrowth } from "../testing/memory";
import { boxMesh, objOf, textStlOf } from "../testing/mesh-files";
import { pdf, png } from "../testing/sample-files";
import { makePreview } from "./make-preview";

const { ownerPool } = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let made: BuiltCase;

beforeAll(async () => {
  const client = await ownerPool.connect();
  lab = await buildLab(client);
  other = await buildLab(client);
  made = await buildCase(client, lab);
  client.release();
});

const asLab = <T>(work: (context: Context) => Promise<T>) => {
  const actor = systemActor(lab.actors.admin.lab);
  return asActor(actor, (tx) => work({ actor, tx }));
};
const add = (name: string, bytes: Uint8Array, audience: "internal" | "shared" = "shared") =>
  addStream(lab.actors.technician, { caseId: made.id, audience }, name, ReadableStream.from([new Uint8Array(bytes)]));
async function previewOf(name: string, bytes: Uint8Array) {
  const { id } = await add(name, bytes);
  await makePreview(asLab, id);
  return { id, ...(await stateOf(id)) };
}
const stateOf = async (id: string) => {
  const columns = "preview, preview_tries AS tries, preview_key AS key, store_key AS content";
  const { rows } = await ownerPool.query(`SELECT ${columns} FROM case_files WHERE id = $1`, [id]);
  return rows[0] as { preview: string; tries: number; key: string | null; content: string };
};
const inStore = (key: string) => path.join(process.env.FILES_DIR as string, "kept", key);
const kept = () => readdirSync(path.join(process.env.FILES_DIR as string, "kept", lab.id)).length;
const shown = async (id: string, actor = lab.actors.technician) =>
  servePreview(await asActor(actor, (tx) => keptPreview(tx, id)));
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#8fb5ac" } });

describe("a preview", () => {
  test("is asked for with the file, once", async () => {
    const { id } = await add("a.stl", stlOf(boxMesh(1, 2, 3)));
    const { rows } = await ownerPool.query(
      "SELECT payload FROM outbox WHERE topic = 'file_preview' AND payload ->> 'fileId' = $1",
      [id],
    );
    expect(rows).toEqual([{ payload: { labId: lab.id, fileId: id } }]);
  });

  test("of a photo is small, upright, and without what the camera wrote", async () => {
    const turned = await photo(2000, 1000)
      .withExif({ IFD0: { Copyright: "Someone", Orientation: "6" }, IFD3: { GPSLatitude: "51/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { id, preview } = await previewOf("shade.jpg", turned);
    expect(preview).toBe("made");
    const response = await shown(id);
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    const small = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([small.format, small.width, small.height, small.exif, small.orientation]).toEqual([
      "webp",
      180,
      360,
      undefined,
      undefined,
    ]);
  });

  test.each([
    ["a.stl", stlOf(boxMesh(20, 10, 5))],
    ["b.stl", textStlOf(boxMesh(20, 10, 5))],
    ["c.ply", plyOf(boxMesh(20, 10, 5), "binary_big_endian")],
    ["d.obj", objOf(boxMesh(20, 10, 5))],
  ])("of a mesh shows it (%s)", async (name, bytes) => {
    const { id, preview } = await previewOf(name, bytes);
    expect(preview).toBe("made");
    const { data, info } = await sharp(Buffer.from(await (await shown(id)).arrayBuffer()))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const opacity = (x: number, y: number) => data[(y * info.width + x) * info.channels + 3];
    expect([info.width, info.height, opacity(240, 180), opacity(2, 2)]).toEqual([480, 360, 255, 0]);
  });

  test("is none for a PDF, for what cannot be read, and for what says it is enormous", async () => {
    const cut = await photo(400, 400).png({ compressionLevel: 0 }).toBuffer();
    const lying = stlOf(boxMesh(1, 1, 1));
    lying.fill(0xff, 84); // every place is no number
    for (const [name, bytes] of [
      ["rx.pdf", pdf],
      ["header alone.png", png(4000, 3000)],
      ["cut.png", cut.subarray(0, 20_000)],
      ["enormous.png", png(10_000, 11_999)],
      ["nowhere.stl", lying],
    ] as const) {
      expect(await previewOf(name, bytes), name).toMatchObject({ preview: "none", key: null });
    }
  });
});

describe("the job", () => {
  test("makes one picture when it runs twice, also at once", async () => {
    const { id } = await add("twice.stl", stlOf(boxMesh(1, 2, 3)));
    const before = kept();
    await Promise.all([makePreview(asLab, id), makePreview(asLab, id)]);
    await makePreview(asLab, id);
    expect((await stateOf(id)).preview).toBe("made");
    expect(kept()).toBe(before + 1);
  });

  test("gives up on a file that took its process down three times", async () => {
    const { id } = await add("deadly.stl", stlOf(boxMesh(1, 2, 3)));
    await ownerPool.query("UPDATE case_files SET preview_tries = 3 WHERE id = $1", [id]);
    await makePreview(asLab, id);
    expect(await stateOf(id)).toMatchObject({ preview: "none", key: null });
  });

  test("goes on after one that died midway", async () => {
    const { id, content } = await (async () => {
      const file = await add("again.stl", stlOf(boxMesh(1, 2, 3)));
      return { id: file.id, ...(await stateOf(file.id)) };
    })();
    await ownerPool.query("UPDATE case_files SET preview_tries = 1 WHERE id = $1", [id]);
    await makePreview(asLab, id);
    expect(await stateOf(id)).toMatchObject({ preview: "made", tries: 2, content });
  });

  test("fails, to be tried again, while the store cannot find the content", async () => {
    const { id } = await add("lost.stl", stlOf(boxMesh(1, 2, 3)));
    const { content } = await stateOf(id);
    renameSync(inStore(content), `${inStore(content)}.away`);
    await expect(makePreview(asLab, id)).rejects.toThrow("does not have");
    expect(await stateOf(id)).toMatchObject({ preview: "waiting", tries: 1 });
    renameSync(`${inStore(content)}.away`, inStore(content));
    await makePreview(asLab, id);
    expect((await stateOf(id)).preview).toBe("made");
  });

  test("does nothing for a file that is gone", async () => {
    await expect(makePreview(asLab, randomUUID())).resolves.toBeUndefined();
  });
});

test("a preview is seen by whoever sees its file, and goes with it", async () => {
  const { id } = await add("internal.stl", stlOf(boxMesh(1, 2, 3)), "internal");
  await makePreview(asLab, id);
  await expect(shown(id, lab.actors.dentist)).rejects.toBeInstanceOf(Refusal);
  await expect(shown(id, other.actors.admin)).rejects.toBeInstanceOf(Refusal);
  const { key, content } = await stateOf(id);
  expect(existsSync(inStore(key as string))).toBe(true);
  await ownerPool.query("UPDATE case_files SET deleted_at = now() - interval '31 days' WHERE id = $1", [id]);
  await expect(shown(id)).rejects.toBeInstanceOf(Refusal);
  const client = await ownerPool.connect();
  await purgeDeletedFiles(client);
  client.release();
  expect([existsSync(inStore(key as string)), existsSync(inStore(content))]).toEqual([false, false]);
});

test("hostile files cost a preview little memory", async () => {
  const huge = await photo(11_000, 10_000).png({ compressionLevel: 1 }).toBuffer();
  const many = Buffer.alloc(84 + 400_000 * 50);
  many.writeUInt32LE(400_000, 80);
  const grown = await memoryGrowth(async () => {
    expect((await previewOf("huge.png", huge)).preview).toBe("made");
    expect((await previewOf("many.stl", many)).preview).toBe("none"); // all at one place
  });
  expect(grown).toBeLessThan(100);
});
