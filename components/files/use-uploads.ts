"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ACCEPTED_WORDS, claimedFormat, FORMATS } from "@/lib/files/formats";
import type { FileRow } from "@/lib/files/rows";
import { removeWithUndo } from "./remove-with-undo";
import { type Sending, SendingFailed, type SendTo, sendFile } from "./send-file";

export type Upload = {
  key: string;
  name: string;
  size: number;
  state: "waiting" | "sending" | "done" | "failed";
  /** How much of it is sent, 0 to 1. */
  share: number;
  problem?: string;
  /** Sending it again may help. */
  again?: boolean;
  row?: FileRow;
  /** A photo as this browser has it, to show until its small picture is made. */
  picture?: string;
};

const AT_ONCE = 2;
let made = 0;

const pictureOf = (file: File) => {
  const format = claimedFormat(file.name);
  return format && FORMATS[format].kind === "photo" ? URL.createObjectURL(file) : undefined;
};

const doneUpload = (row: FileRow): Upload => ({
  key: row.id,
  name: row.name,
  size: row.sizeBytes,
  state: "done",
  share: 1,
  row,
});

/**
 * Files while they are sent: two at a time, each with its progress, cancel, retry and undoable removal. `target` says where to, when
 * the first is about to go; null when it cannot be reached.
 */
export function useUploads(first: readonly FileRow[], mostBytes: number, target: () => Promise<SendTo | null>) {
  const [uploads, setUploads] = useState<Upload[]>(() => first.map(doneUpload));
  const contents = useRef(new Map<string, File>());
  const sendings = useRef(new Map<string, Sending>());
  const started = useRef(new Set<string>());
  const pictures = useRef<string[]>([]);

  const change = useCallback((key: string, changes: Partial<Upload>) => {
    setUploads((all) => all.map((u) => (u.key === key ? { ...u, ...changes } : u)));
  }, []);

  const start = useCallback(
    async (key: string) => {
      const file = contents.current.get(key);
      if (!file || started.current.has(key)) return;
      started.current.add(key);
      change(key, { state: "sending", share: 0, problem: undefined });
      try {
        const to = await target();
        if (!to) throw new SendingFailed("The server could not be reached.", false);
        if (!contents.current.has(key)) return;
        const sending = sendFile(to, file, (share) => change(key, { share }));
        sendings.current.set(key, sending);
        const row = await sending.done;
        change(key, { state: "done", share: 1, row, name: row.name });
      } catch (error) {
        const failure =
          error instanceof SendingFailed ? error : new SendingFailed("This file could not be sent.", false);
        change(key, { state: "failed", problem: failure.message, again: !failure.final });
      } finally {
        started.current.delete(key);
        sendings.current.delete(key);
      }
    },
    [change, target],
  );

  useEffect(() => {
    const free = AT_ONCE - uploads.filter((u) => u.state === "sending").length;
    for (const upload of uploads.filter((u) => u.state === "waiting").slice(0, Math.max(0, free)))
      void start(upload.key);
  }, [uploads, start]);

  useEffect(() => {
    const open = sendings.current;
    const shown = pictures.current;
    return () => {
      for (const sending of open.values()) sending.abort();
      for (const picture of shown) URL.revokeObjectURL(picture);
    };
  }, []);

  const add = useCallback(
    (files: readonly File[]) => {
      const next = files.map((file): Upload => {
        const key = `file-${++made}`;
        const upload = { key, name: file.name, size: file.size, share: 0 };
        const problem = !claimedFormat(file.name)
          ? `This kind of file cannot be added. ${ACCEPTED_WORDS} can.`
          : file.size > mostBytes
            ? `This file is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB.`
            : file.size === 0
              ? "This file is empty."
              : null;
        if (problem) return { ...upload, state: "failed", problem, again: false };
        contents.current.set(key, file);
        const picture = pictureOf(file);
        if (picture) pictures.current.push(picture);
        return { ...upload, state: "waiting", picture };
      });
      setUploads((all) => [...all, ...next]);
    },
    [mostBytes],
  );

  const retry = useCallback((key: string) => change(key, { state: "waiting", share: 0, problem: undefined }), [change]);

  const remove = useCallback(async (upload: Upload) => {
    sendings.current.get(upload.key)?.abort();
    contents.current.delete(upload.key);
    const { row } = upload;
    setUploads((all) => all.filter((u) => u.key !== upload.key));
    if (!row) return;
    await removeWithUndo(row, { all: true, onBack: () => setUploads((all) => [...all, doneUpload(row)]) });
  }, []);

  const forget = useCallback((key: string) => {
    contents.current.delete(key);
    setUploads((all) => all.filter((u) => u.key !== key));
  }, []);

  const busy = uploads.filter((u) => u.state === "waiting" || u.state === "sending").length;
  return { uploads, add, retry, remove, forget, busy };
}
