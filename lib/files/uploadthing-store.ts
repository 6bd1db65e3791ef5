import { randomUUID } from "node:crypto";
import { createWriteStream, openAsBlob } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { filesDirectory } from "./limits";
import type { FileStore } from "./store";

/**
 * Files at UploadThing, private there: they are only ever read through our own route, which signs a URL for each reading.
 * Reads UPLOADTHING_TOKEN and, for another host, UPLOADTHING_INGEST_URL, UPLOADTHING_API_URL, UPLOADTHING_UFS_HOST and
 * UPLOADTHING_UFS_APP_ID_LOCATION (`path` or `subdomain`).
 */
async function uploadThing() {
  const { UTApi, UTFile } = await import("uploadthing/server"); // large, and only needed when its token is set
  return { UTFile, api: new UTApi({ logLevel: "None" }) }; // its own log would tell signed addresses
}

export const uploadThingStore: FileStore = {
  async keep({ path: from, name, mediaType }) {
    const { api, UTFile } = await uploadThing();
    const file = new UTFile([await openAsBlob(from, { type: mediaType })], name, { type: mediaType });
    const { data, error } = await api.uploadFiles(file, { acl: "private", contentDisposition: "attachment" });
    if (!data) throw new Error(`UploadThing did not take the file: ${error.message}`);
    return data.key;
  },
  async open(key, stretch) {
    const { api } = await uploadThing();
    const { ufsUrl } = await api.generateSignedURL(key, { expiresIn: "5 minutes" });
    const headers: HeadersInit = stretch ? { range: `bytes=${stretch.from}-${stretch.to}` } : {};
    const response = await fetch(ufsUrl, { headers, cache: "no-store" });
    if (response.status === 404) return null;
    if (!response.ok || (stretch && response.status !== 206)) {
      throw new Error(`UploadThing answered ${response.status} for a file.`);
    }
    return response.body;
  },
  async lend(key, use) {
    const content = await uploadThingStore.open(key);
    if (!content) return null;
    const arriving = path.join(filesDirectory(), "arriving");
    await mkdir(arriving, { recursive: true, mode: 0o700 });
    const place = path.join(arriving, randomUUID());
    try {
      await pipeline(Readable.fromWeb(content as WebStream), createWriteStream(place, { mode: 0o600 }));
      return await use(place);
    } finally {
      await rm(place, { force: true });
    }
  },
  async remove(key) {
    const { api } = await uploadThing();
    await api.deleteFiles(key);
  },
};
