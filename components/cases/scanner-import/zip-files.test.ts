import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { inArchive } from "@/lib/cases/scanner/archive";
import { zipOf } from "./zip-files";

const folder = mkdtempSync(path.join(tmpdir(), "casepan-zip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("loose files come out of the archive as they went in, names and check sums too", async () => {
  const files = [
    new File(["<a/>"], "Auftrag Müller.xml"),
    new File([new Uint8Array(200_000).map((_, i) => i * 7)], "upper.stl"),
    new File([], "empty.txt"),
  ];
  const bytes = Buffer.from(await (await zipOf(files)).arrayBuffer());
  const place = path.join(folder, "export.zip");
  writeFileSync(place, bytes);
  await inArchive(place, bytes.length, async (archive) => {
    expect(archive.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    for (const [i, file] of archive.files.entries()) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of await archive.open(file)) chunks.push(chunk);
      expect(Buffer.concat(chunks)).toEqual(Buffer.from(await (files[i] as File).arrayBuffer()));
    }
  });
});
