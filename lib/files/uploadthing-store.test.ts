import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { currentStore, storeNamed } from "./store";
import { binaryStl } from "./testing/sample-files";

/** A server that speaks UploadThing's own protocol: signed PUT to ingest, signed GET of private files, its API to delete. */
const SECRET = "sk_live_of_these_tests";
const APP = "app1234567";
let server: Server;
let directory: string;
const kept = new Map<string, { bytes: Buffer; name: string; query: URLSearchParams }>();

const signed = (url: URL) => {
  const signature = url.searchParams.get("signature");
  const payload = url.href.slice(0, url.href.indexOf("&signature="));
  const expected = `hmac-sha256=${createHmac("sha256", SECRET).update(payload).digest("hex")}`;
  return signature === expected && Number(url.searchParams.get("expires")) > Date.now();
};
const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const json = (response: ServerResponse, status: number, value: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  if (request.method === "PUT") {
    const body = await bodyOf(request);
    if (!signed(url)) return void json(response, 403, { error: "signature" });
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const file = (await new Response(new Uint8Array(body), { headers }).formData()).get("file") as File;
    const bytes = Buffer.from(await file.arrayBuffer());
    const key = decodeURIComponent(url.pathname.slice(1));
    kept.set(key, { bytes, name: file.name, query: url.searchParams });
    const at = `http://${request.headers.host}/a/${APP}/${key}`;
    return void json(response, 200, {
      url: at,
      appUrl: at,
      ufsUrl: at,
      fileHash: createHash("md5").update(bytes).digest("hex"),
    });
  }
  if (request.method === "POST" && url.pathname === "/v6/deleteFiles") {
    const { fileKeys } = JSON.parse((await bodyOf(request)).toString()) as { fileKeys: string[] };
    if (request.headers["x-uploadthing-api-key"] !== SECRET) return void json(response, 401, {});
    return void json(response, 200, { success: true, deletedCount: fileKeys.filter((key) => kept.delete(key)).length });
  }
  const found = kept.get(url.pathname.replace(`/a/${APP}/`, ""));
  if (!signed(url)) return void response.writeHead(403).end();
  if (!found) return void response.writeHead(404).end();
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
  const part = range ? found.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : found.bytes;
  response.writeHead(range ? 206 : 200).end(part);
}

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), "casepan-uploadthing-"));
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const token = { apiKey: SECRET, appId: APP, regions: ["sea1"] };
  Object.assign(process.env, {
    UPLOADTHING_TOKEN: Buffer.from(JSON.stringify(token)).toString("base64"),
    UPLOADTHING_INGEST_URL: `http://localhost:${port}`,
    UPLOADTHING_API_URL: `http://localhost:${port}`,
    UPLOADTHING_UFS_HOST: `localhost:${port}`,
    UPLOADTHING_UFS_APP_ID_LOCATION: "path",
  });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(directory, { recursive: true });
});
beforeEach(() => kept.clear());

const bytes = binaryStl(30_000);
const keep = () => {
  const place = path.join(directory, "received");
  writeFileSync(place, bytes);
  return storeNamed(currentStore()).keep({ path: place, labId: "lab", name: "Arch ü.stl", mediaType: "model/stl" });
};
const read = async (stream: ReadableStream<Uint8Array> | null) =>
  stream && Buffer.from(await new Response(stream).arrayBuffer());

test("with a token, files go to UploadThing, private, and come back whole or in part", async () => {
  expect(currentStore()).toBe("uploadthing");
  const store = storeNamed("uploadthing");
  const key = await keep();
  expect(kept.get(key)?.bytes.equals(bytes)).toBe(true);
  expect(kept.get(key)?.query.get("x-ut-acl")).toBe("private");
  expect(Number(kept.get(key)?.query.get("x-ut-file-size"))).toBe(bytes.length);
  expect((await read(await store.open(key)))?.equals(bytes)).toBe(true);
  expect((await read(await store.open(key, { from: 100, to: 199 })))?.equals(bytes.subarray(100, 200))).toBe(true);
});

test("what is not there any more is null, and removing twice is no error", async () => {
  const store = storeNamed("uploadthing");
  const key = await keep();
  await store.remove(key);
  expect(kept.size).toBe(0);
  await store.remove(key);
  expect(await store.open(key)).toBeNull();
});

test("a file that UploadThing refuses is an error, not a lost file", async () => {
  const token = process.env.UPLOADTHING_TOKEN;
  process.env.UPLOADTHING_TOKEN = Buffer.from(
    JSON.stringify({ apiKey: "sk_live_wrong", appId: APP, regions: ["sea1"] }),
  ).toString("base64");
  await expect(keep()).rejects.toThrow("UploadThing did not take the file");
  process.env.UPLOADTHING_TOKEN = token;
  expect(kept.size).toBe(0);
});
