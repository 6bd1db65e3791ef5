"use client";

import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { AttachmentView } from "@/lib/messaging/thread";

type Answer = {
  ok?: boolean;
  data?: AttachmentView;
  formError?: string;
  fieldErrors?: Record<string, string[]>;
} | null;

/** Files for the message being written: each is taken in as soon as it is chosen, with its progress. */
export function useAttaching(begin: () => Promise<string | null>) {
  const [attached, setAttached] = useState<AttachmentView[]>([]);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);

  const attach = async (files: readonly File[]) => {
    const id = files.length > 0 ? await begin() : null;
    if (!id) return;
    for (const file of files) {
      setSending({ name: file.name, share: 0 });
      const answer = await put(id, file, (share) => setSending({ name: file.name, share }));
      const added = answer?.data;
      if (answer?.ok && added) setAttached((all) => [...all, added]);
      else {
        const said = Object.values(answer?.fieldErrors ?? {}).flat()[0] ?? answer?.formError;
        toast.error(`${file.name} was not added`, {
          description: said ?? "The connection broke off. Please try again.",
        });
      }
    }
    setSending(null);
  };
  const take = (id: string) => setAttached((all) => all.filter((one) => one.id !== id));
  return { attached, sending, attach, take, clear: () => setAttached([]) };
}

function put(id: string, file: File, onShare: (share: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    request.onerror = () => resolve(null);
    request.onload = () => resolve(request.response as Answer);
    request.open("PUT", `/api/conversations/${id}/attachments?${new URLSearchParams({ name: file.name })}`);
    request.responseType = "json";
    request.send(file);
  });
}
