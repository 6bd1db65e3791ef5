import { localStore } from "./local-store";
import { uploadThingStore } from "./uploadthing-store";

export type StoreName = "local" | "uploadthing";

/** A stretch of a file in bytes, both ends included. */
export type Stretch = { from: number; to: number };

export type FileStore = {
  /** Takes over the file at `path`; answers the key that opens it. */
  keep: (file: { path: string; labId: string; name: string; mediaType: string }) => Promise<string>;
  /** Its bytes, whole or a stretch. Null when the store has it no more. */
  open: (key: string, stretch?: Stretch) => Promise<ReadableStream<Uint8Array> | null>;
  /** Lends its content as a file to read at a path, for as long as `use` takes; null when the store has it no more. */
  lend: <T>(key: string, use: (path: string) => Promise<T>) => Promise<T | null>;
  /** Removes it for good; no error when it is gone. */
  remove: (key: string) => Promise<void>;
};

/** Where new files go: UploadThing when UPLOADTHING_TOKEN is set, the local folder otherwise. */
export const currentStore = (): StoreName => (process.env.UPLOADTHING_TOKEN ? "uploadthing" : "local");

/** A store by the name kept with each file, so that earlier files stay readable after a change of store. */
export const storeNamed = (name: StoreName): FileStore => (name === "uploadthing" ? uploadThingStore : localStore);
