import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { ReadableStream } from "node:stream/web";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addFile } from "./add-file";
import type { FileTarget } from "./place";
import { receive, refuseDeclaredSize } from "./receive";
import { removeFile, restoreFile } from "./remove-file";
import { filesOfCase, filesOfDraft } from "./rows";
import { keptFile, serveFile } from "./serve";
import { binaryStl, html, pdf, png } from "./testing/sample-files";

const { ownerPool } = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let made: BuiltCase;
let dentist: Actor;
let draftId: string;

const newDraft = async (of: BuiltLab, userId: string | null) => {
  const { rows } = await ownerPool.query(
    "INSERT INTO case_drafts (lab_id, practice_id, user_id, payload) VALUES ($1, $2, $3, '{}') RETURNING id",
    [of.id, of.practiceId, userId],
  );
  return rows[0].id as string;
};

beforeAll(async () => {
  const client = await ownerPool.connect();
  lab = await buildLab(client);
  other = await buildLab(client);
  made = await buildCase(client, lab);
  client.release();
  dentist = lab.actors.dentist;
});
beforeEach(async () => {
  draftId = await newDraft(lab, dentist.userId);
  process.env.FILE_MAX_MB = "1";
});

const stream = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
const put = (name: string, bytes: Buffer, target: FileTarget = { draftId }, actor = dentist) =>
  receive(name, stream(bytes), (received) => addFile(actor, target, name, received));
const onDisk = () => {
  const everything = readdirSync(process.env.FILES_DIR as string, { recursive: true, withFileTypes: true });
  return everything.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.fail("It was not refused."),
    (error) => (error instanceof Refusal ? { code: error.code, reason: error.reason } : error),
  );
const open = async (id: string, actor = dentist, headers: HeadersInit = {}, download = false) => {
  const file = await asActor(actor, (tx) => keptFile(tx, id));
  return serveFile(file, new Request("http://casepan.test/", { headers }), download);
};

describe("a file", () => {
  test("is kept with its digest and comes back byte for byte", async () => {
    const bytes = binaryStl(5000);
    const row = await put("arch.stl", bytes);
    expect(row).toMatchObject({ name: "arch.stl", kind: "scan", mediaType: "model/stl", sizeBytes: bytes.length });
    const { rows } = await ownerPool.query("SELECT sha256, store, uploaded_by_id FROM case_files WHERE id = $1", [
      row.id,
    ]);
    expect(rows[0]).toEqual({
      sha256: createHash("sha256").update(bytes).digest("hex"),
      store: "local",
      uploaded_by_id: dentist.userId,
    });
    const response = await open(row.id);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test("on a case shows in the timeline and tells the open screens", async () => {
    const row = await put("x.pdf", pdf, { caseId: made.id }, lab.actors.technician);
    const { rows } = await ownerPool.query(
      "SELECT kind, data, audience FROM case_events WHERE case_id = $1 AND kind = 'file_added'",
      [made.id],
    );
    expect(rows).toEqual([{ kind: "file_added", data: { name: "x.pdf" }, audience: "shared" }]);
    expect((await asActor(dentist, (tx) => filesOfCase(tx, made.id))).map((f) => f.id)).toContain(row.id);
  });

  test("is removed by who added it, and taken back", async () => {
    const { id } = await put("x.pdf", pdf);
    const listed = () => asActor(dentist, async (tx) => (await filesOfDraft(tx, draftId)).length);
    await asActor(dentist, (tx) => removeFile({ actor: dentist, tx }, { id }));
    expect(await listed()).toBe(0);
    expect(await refusalOf(open(id))).toMatchObject({ code: "not_found" });
    await asActor(dentist, (tx) => restoreFile({ actor: dentist, tx }, { id }));
    expect(await listed()).toBe(1);
  });
});

describe("is not there for others", () => {
  test("read, removed or taken back by another lab, practice or person", async () => {
    const { id } = await put("x.pdf", pdf);
    for (const actor of [other.actors.dentist, other.actors.admin, lab.actors.driver]) {
      const read = open(id, actor).catch((error) => {
        if (error.code === "42501") throw new Refusal("not_found", "no right to the table at all");
        throw error;
      });
      expect(await refusalOf(read)).toMatchObject({ code: "not_found" });
    }
    for (const actor of [other.actors.dentist, other.actors.admin, lab.actors.staff]) {
      expect(await refusalOf(asActor(actor, (tx) => removeFile({ actor, tx }, { id })))).toMatchObject({
        code: "not_found",
      });
    }
  });

  test("nor can be added to another's draft or case, and nothing is left of it", async () => {
    const before = onDisk().length;
    const theirs = await newDraft(other, other.actors.dentist.userId);
    const colleagues = await newDraft(lab, lab.actors.staff.userId);
    for (const target of [
      { draftId: theirs },
      { draftId: colleagues },
      { draftId: randomUUID() },
      { caseId: randomUUID() },
    ]) {
      expect(await refusalOf(put("x.pdf", pdf, target))).toMatchObject({ code: "not_found" });
    }
    expect(await refusalOf(put("x.pdf", pdf, { caseId: made.id }, other.actors.admin))).toMatchObject({
      code: "not_found",
    });
    expect(onDisk()).toHaveLength(before);
  });

  test("nor to a draft that was sent", async () => {
    await ownerPool.query("UPDATE case_drafts SET submitted_case_id = $1 WHERE id = $2", [made.id, draftId]);
    expect(await refusalOf(put("x.pdf", pdf))).toEqual({ code: "conflict", reason: "draft_submitted" });
  });
});

describe("is refused", () => {
  test("beyond the cap, by what it says and by what comes", async () => {
    expect(() => refuseDeclaredSize(String(1024 * 1024 + 1))).toThrow("larger than 1 MB");
    expect(() => refuseDeclaredSize(String(1024 * 1024))).not.toThrow();
    const before = onDisk().length;
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const attempt = receive("big.stl", endless, () => expect.fail("It was taken."));
    expect(await refusalOf(attempt)).toMatchObject({ code: "too_large" });
    expect(sent).toBeLessThan(2 * 1024 * 1024);
    expect(onDisk()).toHaveLength(before);
  });

  test("when it is not what it says, and nothing is left of it", async () => {
    const before = onDisk().length;
    for (const [name, bytes] of [
      ["a.pdf", html],
      ["a.png", png(50_000, 50_000)],
      ["a.stl", binaryStl(50).subarray(0, 900)],
      ["a.stl", Buffer.alloc(0)],
    ] as const) {
      expect(await refusalOf(put(name, bytes))).toMatchObject({ code: "invalid", reason: "file_refused" });
    }
    expect(onDisk()).toHaveLength(before);
    expect(await asActor(dentist, (tx) => filesOfDraft(tx, draftId))).toEqual([]);
  });

  test("when the sender goes away, and nothing is left of it", async () => {
    const before = onDisk().length;
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(binaryStl(100));
        controller.error(new DOMException("gone", "AbortError"));
      },
    });
    const attempt = receive("a.stl", broken, () => expect.fail("It was taken."));
    expect(await refusalOf(attempt)).toEqual({ code: "invalid", reason: "upload_broken" });
    expect(onDisk()).toHaveLength(before);
  });
});

describe("is served", () => {
  test("as a download that nothing runs in, but for pictures and papers", async () => {
    const scan = await open((await put("scan.stl", binaryStl(3))).id);
    expect(scan.headers.get("content-disposition")).toMatch(/^attachment; filename="scan.stl"/);
    expect(scan.headers.get("content-security-policy")).toContain("sandbox");
    const photo = await put('ph"oto ü.png', png(10, 10));
    const shown = await open(photo.id);
    expect(shown.headers.get("content-disposition")).toBe(
      "inline; filename=\"ph_oto _.png\"; filename*=UTF-8''ph%22oto%20%C3%BC.png",
    );
    expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
    expect(shown.headers.get("cache-control")).toBe("private, no-cache");
    expect((await open(photo.id, dentist, {}, true)).headers.get("content-disposition")).toMatch(/^attachment/);
    await Promise.all([scan, shown].map((r) => r.body?.cancel()));
  });

  test("in stretches, and not again when it is known", async () => {
    const bytes = binaryStl(20);
    const { id } = await put("scan.stl", bytes);
    const part = await open(id, dentist, { range: "bytes=100-199" });
    expect([part.status, part.headers.get("content-range"), part.headers.get("content-length")]).toEqual([
      206,
      `bytes 100-199/${bytes.length}`,
      "100",
    ]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    expect((await open(id, dentist, { range: "bytes=999999-" })).status).toBe(416);
    const etag = part.headers.get("etag") as string;
    expect((await open(id, dentist, { "if-none-match": etag })).status).toBe(304);
    const changed = await open(id, dentist, { range: "bytes=0-9", "if-range": '"another"' });
    expect(changed.status).toBe(200);
    await changed.body?.cancel();
  });
});
