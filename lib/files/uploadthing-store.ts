import { openAsBlob } from "node:fs";
import { UTApi, UTFile } from "uploadthing/server";
import type { FileStore } from "./store";

/**
 * Files at UploadThing, private there: they are only ever read through our own route, which signs a URL for each reading.
 * Reads UPLOADTHING_TOKEN and, for another host, UPLOADTHING_INGEST_URL, UPLOADTHING_API_URL, UPLOADTHING_UFS_HOST and
 * UPLOADTHING_UFS_APP_ID_LOCATION (`path` or `subdomain`).
 */
const api = () => new UTApi({ logLevel: "Error" });

export const uploadThingStore: FileStore = {
  async keep({ path, name, mediaType }) {
    const file = new UTFile([await openAsBlob(path, { type: mediaType })], name, { type: mediaType });
    const { data, error } = await api().uploadFiles(file, { acl: "private", contentDisposition: "attachment" });
    if (!data) throw new Error(`UploadThing did not take the file: ${error.message}`);
    return data.key;
  },
  async open(key, stretch) {
    const { ufsUrl } = await api().generateSignedURL(key, { expiresIn: "5 minutes" });
    const headers: HeadersInit = stretch ? { range: `bytes=${stretch.from}-${stretch.to}` } : {};
    const response = await fetch(ufsUrl, { headers, cache: "no-store" });
    if (response.status === 404) return null;
    if (!response.ok || (stretch && response.status !== 206)) {
      throw new Error(`UploadThing answered ${response.status} for a file.`);
    }
    return response.body;
  },
  async remove(key) {
    await api().deleteFiles(key);
  },
};
