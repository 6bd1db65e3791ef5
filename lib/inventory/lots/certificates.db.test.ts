import { mkdirSync } from "node:fs";
import { ReadableStream } from "node:stream/web";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { serveFile } from "@/lib/files/serve";
import { binaryStl, html, pdf, png } from "@/lib/files/testing/sample-files";
import { reasonOf, Store } from "../testing";
import { addCertificate, certificateFile, removeCertificate, restoreCertificate } from "./certificates";

const database = useDatabase();
let store: Store;
let other: Store;
let lotId: string;
beforeAll(async () => {
  mkdirSync(process.env.FILES_DIR as string, { recursive: true });
  other = await Store.open(await database.ownerPool.connect());
  store = await Store.open(await database.ownerPool.connect());
  lotId = await store.lot(await store.item(), "1");
});
afterAll(() => {
  store.owner.release();
  other.owner.release();
});

const add = (name: string, bytes: Uint8Array, of = store) =>
  addCertificate(of.lab.actors.staff, lotId, name, ReadableStream.from([new Uint8Array(bytes)]));

it("keeps a PDF or a photo with its lot and hands it out whole, to its own lab alone", async () => {
  const { id, name } = await add("conformity.pdf", pdf);
  await add("label.png", png(4, 4));
  expect(name).toBe("conformity.pdf");
  const file = await store.staff(({ tx }) => certificateFile(tx, id));
  const answer = await serveFile(file, new Request("http://casepan.test/"), false);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  expect(await reasonOf(other.staff(({ tx }) => certificateFile(tx, id)))).toBe("not_found");
  expect(await reasonOf(add("conformity.pdf", pdf, other))).toBe("not_found");
});

it("refuses what is no certificate", async () => {
  expect(await reasonOf(add("scan.stl", binaryStl(2)))).toBe("not_a_certificate");
  expect(await reasonOf(add("page.pdf", html))).toBe("file_refused");
});

it("is taken off and put back", async () => {
  const { id } = await add("again.pdf", pdf);
  const read = () => reasonOf(store.staff(({ tx }) => certificateFile(tx, id)));
  await store.staff((context) => removeCertificate(context, { certificateId: id }));
  expect(await read()).toBe("not_found");
  await store.staff((context) => restoreCertificate(context, { certificateId: id }));
  expect(await read()).toBe("done");
});
