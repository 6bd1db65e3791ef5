import type { ExportAnswer } from "@/lib/cases/scanner/import-export";
import { zipOf } from "./zip-files";

export type SendingExport = { done: Promise<ExportAnswer>; abort: () => void };

/** What kept an export from being taken in, in words. */
export class ExportRefused extends Error {}

type Answer = { ok: boolean; data?: ExportAnswer; formError?: string; fieldErrors?: Record<string, string[]> };

/** A single ZIP as it is; loose files as one archive. */
async function bodyOf(files: readonly File[]): Promise<{ name: string; body: Blob }> {
  const [only] = files;
  if (files.length === 1 && only && /\.zip$/i.test(only.name)) return { name: only.name, body: only };
  return { name: "export.zip", body: await zipOf(files) };
}

/** Sends an export and tells how far it is, from 0 to 1. `abort` makes `done` fail. */
export function sendExport(
  files: readonly File[],
  practiceId: string | null,
  onProgress: (share: number) => void,
): SendingExport {
  const request = new XMLHttpRequest();
  let aborted = false;
  const sent = async () => {
    const { name, body } = await bodyOf(files).catch(() => {
      throw new ExportRefused("These files could not be read.");
    });
    if (aborted) throw new ExportRefused("Cancelled.");
    return new Promise<ExportAnswer>((resolve, reject) => {
      request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
      request.onerror = () => reject(new ExportRefused("The connection broke off. Please try again."));
      request.onabort = () => reject(new ExportRefused("Cancelled."));
      request.onload = () => {
        const answer = request.response as Answer | null;
        if (answer?.ok && answer.data) return resolve(answer.data);
        const said = Object.values(answer?.fieldErrors ?? {}).flat()[0] ?? answer?.formError;
        reject(new ExportRefused(said ?? "The server did not take this export."));
      };
      const query = new URLSearchParams({ name, ...(practiceId ? { practice: practiceId } : {}) });
      request.open("PUT", `/api/scanner-exports?${query}`);
      request.responseType = "json";
      request.send(body);
    });
  };
  return {
    done: sent(),
    abort: () => {
      aborted = true;
      request.abort();
    },
  };
}
