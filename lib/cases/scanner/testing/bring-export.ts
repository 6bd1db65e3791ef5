import { readdirSync } from "node:fs";
import path from "node:path";
import { ReadableStream } from "node:stream/web";
import type { Actor } from "@/lib/access/actor";
import { filesDirectory } from "@/lib/files/limits";
import { type ExportAnswer, importExport } from "../import-export";

/** Brings an export as an upload does, in pieces. */
export function bringAs(actor: Actor, bytes: Buffer, practiceId: string | null = null): Promise<ExportAnswer> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 65_536) controller.enqueue(bytes.subarray(at, at + 65_536));
      controller.close();
    },
  });
  return importExport(actor, "export.zip", body, practiceId);
}

/** The files of a lab that lie in the local store, and whatever is still arriving. */
export function filesOnDisk(labId: string): string[] {
  const under = (folder: string) => {
    try {
      return readdirSync(path.join(filesDirectory(), folder));
    } catch {
      return [];
    }
  };
  return [...under("arriving"), ...under(path.join("kept", labId))];
}
