import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { ReadableStream } from "node:stream/web";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import { systemActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addStream } from "./add-file";
import { keptFile, serveFile } from "./serve";
import { memoryGrowth } from "./testing/memory";
import { binaryPly, binaryStl, html, jpeg, pdf, png, svg } from "./testing/sample-files";
import { makePreview } from "./thumbnails/make-preview";

/** Files that people who mean harm would send: each is refused, or lies there and does nothing. */
const { ownerPool } = useDatabase();
let lab: BuiltLab;
let made: BuiltCase;

beforeAll(async () => {
  mkdirSync(process.env.FILES_DIR as string, { recursive: true });
  const client = await ownerPool.connect();
  lab = await buildLab(client);
  made = await buildCase(client, lab);
  client.release();
});

const asLab = <T>(work: (context: Context) => Promise<T>) => {
  const actor = systemActor(lab.actors.admin.lab);
  return asActor(actor, (tx) => work({ actor, tx }));
};
const add = (name: string, stream: ReadableStream<Uint8Array>) =>
  addStream(lab.actors.dentist, { caseId: made.id }, name, stream);
const send = (name: string, bytes: Uint8Array) => add(name, ReadableStream.from([new Uint8Array(bytes)]));
async function open(id: string, download = false): Promise<Response> {
  const file = await asActor(lab.actors.technician, (tx) => keptFile(tx, id));
  const response = await serveFile(file, new Request("http://casepan.test/"), download);
  await response.body?.cancel();
  return response;
}
const everyFile = () =>
  readdirSync(process.env.FILES_DIR as string, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(process.env.FILES_DIR as string, path.join(entry.parentPath, entry.name)));

/** A ZIP of one entry that swells to so many megabytes of zeros. */
function bomb(megabytes: number): Buffer {
  const swollen = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
  const head = Buffer.alloc(31);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(swollen.length, 18);
  head.writeUInt32LE(megabytes * 1024 * 1024, 22);
  head.writeUInt16LE(1, 26);
  head.write("a", 30);
  return Buffer.concat([head, swollen]);
}

describe("is refused", () => {
  test.each<[string, string, Buffer]>([
    ["a picture with a script in it", "x.svg", svg],
    ["the same under another name", "x.png", svg],
    ["a page called a photo", "x.jpg", html],
    ["a GIF that is a page", "x.gif", Buffer.concat([Buffer.from("GIF89a/*"), html])],
    ["a GIF called a JPEG", "x.jpg", Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(64)])],
    ["a page called a scan", "x.obj", html],
    ["a picture of 50,000 × 50,000", "x.png", png(50_000, 50_000)],
    ["a photo of 60,000 × 60,000", "x.jpg", jpeg(60_000, 60_000)],
    ["a scan whose count lies", "x.stl", binaryStl(1000).subarray(0, 10_084)],
    ["a scan of a header alone", "x.ply", binaryPly(5_000_000).subarray(0, 120)],
    ["a name that is nothing but a path", "../../..", pdf],
  ])("%s", async (_, name, bytes) => {
    const before = everyFile();
    await expect(send(name, bytes)).rejects.toBeInstanceOf(Refusal);
    expect(everyFile()).toEqual(before);
  });
});

describe("lies there and does nothing", () => {
  test.each<[string, string, Buffer, string]>([
    ["a photo that is a page behind its pixels", "x.jpg", Buffer.concat([jpeg(10, 10), html]), "image/jpeg"],
    ["a picture that is a page, too", "x.png", Buffer.concat([png(10, 10), html]), "image/png"],
  ])("%s", async (_, name, bytes, type) => {
    const { id } = await send(name, bytes);
    const { headers } = await open(id);
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  });

  test("a PDF with a script and a page in it: never taken for a page, framed by nobody else, a download when asked", async () => {
    const script = Buffer.from("1 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n");
    const { id } = await send("x.pdf", Buffer.concat([pdf, script, html]));
    const { headers } = await open(id);
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe("frame-ancestors 'self'");
    const download = await open(id, true);
    expect(download.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(download.headers.get("content-security-policy")).toContain("sandbox");
  });

  test("a scan that is a page: only ever a download", async () => {
    const { id } = await send("x.stl", binaryStl(3, "<script>alert(1)</script>"));
    const { headers } = await open(id);
    expect(headers.get("content-disposition")).toMatch(/^attachment/);
    expect(headers.get("content-type")).toBe("model/stl");
  });

  test.each([
    "../../etc/passwd.pdf",
    "..\\..\\windows\\system.pdf",
    "/etc/cron.d/x.pdf",
    "C:\\x.pdf",
    "a\0b.pdf",
    "x\u202efdp.pdf",
  ])("a name that is a path (%j): no part of where it is kept", async (name) => {
    const { name: called } = await send(name, pdf);
    expect(called).not.toMatch(/[/\\\0\u202e]|\.\./);
    const places = everyFile().filter((place) => !/^kept\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/.test(place));
    expect(places).toEqual([]);
  });
});

describe("costs little memory", () => {
  test("a ZIP bomb, which nobody here opens, and what else is hostile", async () => {
    const [zip, wide] = [bomb(200), png(10_000, 11_999)];
    const grown = await memoryGrowth(async () => {
      for (const [name, bytes] of [
        ["bomb.zip", zip],
        ["wide.png", wide],
        ["lying.stl", Buffer.concat([Buffer.alloc(80), Buffer.alloc(4, 255), Buffer.alloc(400)])],
        ["endless.ply", Buffer.from("ply\nformat ascii 1.0\nelement vertex 99999999\nproperty char x\nend_header\n")],
        ["numbers.obj", Buffer.from(`v 0 0 0\n${"f 4294967295 4294967295 1\n".repeat(20_000)}`)],
      ] as const) {
        const file = await send(name, bytes).catch((error: Error) => error);
        if (!(file instanceof Error)) await makePreview(asLab, file.id);
      }
    });
    expect(grown).toBeLessThan(100);
    const { rows } = await ownerPool.query(
      "SELECT name, preview FROM case_files WHERE preview <> 'waiting' ORDER BY name",
    );
    expect(rows).toEqual([
      { name: "bomb.zip", preview: "none" },
      { name: "numbers.obj", preview: "none" },
      { name: "wide.png", preview: "none" },
    ]);
  });

  test("a scan of 200 MB, taken in and served", async () => {
    const triangles = 4_200_000;
    const head = binaryStl(0);
    head.writeUInt32LE(triangles, 80);
    const some = Buffer.alloc(50 * 2000, 1);
    let left = triangles / 2000;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(head),
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(some));
        else controller.close();
      },
    });
    const grown = await memoryGrowth(async () => {
      const { id, sizeBytes } = await add("large.stl", stream);
      expect(sizeBytes).toBe(84 + triangles * 50);
      const file = await asActor(lab.actors.technician, (tx) => keptFile(tx, id));
      const response = await serveFile(file, new Request("http://casepan.test/"), false);
      let bytes = 0;
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
      expect(bytes).toBe(Number(sizeBytes));
    });
    expect(grown).toBeLessThan(100);
  });
});
