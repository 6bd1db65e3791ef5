"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { ACCEPTED_WORDS, claimedFormat } from "@/lib/files/formats";
import type { FileRow } from "@/lib/files/rows";
import { type Sending, SendingFailed, sendFile } from "./send-file";

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
};

const AT_ONCE = 2;
let made = 0;

const doneUpload = (row: FileRow): Upload => ({
  key: row.id,
  name: row.name,
  size: row.sizeBytes,
  state: "done",
  share: 1,
  row,
});

/** The files of a prescription while they are sent: two at a time, each with its progress, cancel, retry and undoable removal. */
export function useUploads(first: readonly FileRow[], mostBytes: number, ensureDraft: () => Promise<string | null>) {
  const [uploads, setUploads] = useState<Upload[]>(() => first.map(doneUpload));
  const contents = useRef(new Map<string, File>());
  const sendings = useRef(new Map<string, Sending>());
  const started = useRef(new Set<string>());

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
        const draftId = await ensureDraft();
        if (!draftId) throw new SendingFailed("The server could not be reached.", false);
        if (!contents.current.has(key)) return;
        const sending = sendFile(draftId, file, (share) => change(key, { share }));
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
    [change, ensureDraft],
  );

  useEffect(() => {
    const free = AT_ONCE - uploads.filter((u) => u.state === "sending").length;
    for (const upload of uploads.filter((u) => u.state === "waiting").slice(0, Math.max(0, free)))
      void start(upload.key);
  }, [uploads, start]);

  useEffect(() => {
    const open = sendings.current;
    return () => {
      for (const sending of open.values()) sending.abort();
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
        return { ...upload, state: "waiting" };
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
    const putBack = () => setUploads((all) => [...all, doneUpload(row)]);
    const removed = await fetch(`/api/files/${row.id}`, { method: "DELETE" }).catch(() => null);
    if (!removed?.ok) {
      putBack();
      return void toast.error(`${row.name} could not be removed.`);
    }
    toast.undo(`${row.name} removed`, async () => {
      const restored = await fetch(`/api/files/${row.id}/restore`, { method: "POST" }).catch(() => null);
      if (restored?.ok) putBack();
      else toast.error(`${row.name} could not be brought back.`);
    });
  }, []);

  const busy = uploads.filter((u) => u.state === "waiting" || u.state === "sending").length;
  return { uploads, add, retry, remove, busy };
}
