import type { FileAudience, FileRow } from "@/lib/files/rows";

/** Where a file is sent: a draft, a case, or as a new version of a file. */
export type SendTo = { draft: string } | { case: string; audience?: FileAudience } | { versionOf: string };

export type Sending = { done: Promise<FileRow>; abort: () => void };

/** What keeps a file from being taken in. `final` when sending it again would change nothing. */
export class SendingFailed extends Error {
  constructor(
    message: string,
    readonly final: boolean,
  ) {
    super(message);
  }
}

type Answer = { ok: boolean; data?: FileRow; formError?: string; fieldErrors?: Record<string, string[]> };

/** Sends a file and tells how far it is, from 0 to 1. `abort` makes `done` fail. */
export function sendFile(to: SendTo, file: File, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<FileRow>((resolve, reject) => {
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new SendingFailed("The connection broke off.", false));
    request.onabort = () => reject(new SendingFailed("Cancelled.", false));
    request.onload = () => {
      const answer = request.response as Answer | null;
      if (answer?.ok && answer.data) return resolve(answer.data);
      const said = Object.values(answer?.fieldErrors ?? {}).flat()[0] ?? answer?.formError;
      reject(new SendingFailed(said ?? "The server did not take this file.", [413, 422].includes(request.status)));
    };
    request.open("PUT", `/api/files?${new URLSearchParams({ ...to, name: file.name })}`);
    request.responseType = "json";
    request.send(file);
  });
  return { done, abort: () => request.abort() };
}
