import { openAsBlob } from "node:fs";
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
  async keep({ path, name, mediaType }) {
    const { api, UTFile } = await uploadThing();
    const file = new UTFile([await openAsBlob(path, { type: mediaType })], name, { type: mediaType });
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
  async remove(key) {
    const { api } = await uploadThing();
    await api.deleteFiles(key);
  },
};
