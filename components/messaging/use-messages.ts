"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { subscribeTopics } from "@/components/ui/live-connection";
import type { MessagesView, MessageView, PersonView } from "@/lib/messaging/thread";
import { merged } from "./merge";

type Known = { messages: MessageView[]; people: PersonView[]; lastPosition: number };

/**
 * The messages of a conversation, kept true: whatever its topics announce, and whenever a broken connection is back, those since the last
 * one seen are read, until none is missing. `id` is null while nobody has begun it.
 */
export function useMessages(id: string | null, topics: readonly string[], first: Known) {
  const [known, setKnown] = useState(first);
  const [loadingOlder, setLoadingOlder] = useState(false);
  const latest = useRef(first);
  const running = useRef<Promise<void> | null>(null);
  const again = useRef(false);

  const take = useCallback((came: MessagesView) => {
    const messages = merged(latest.current.messages, came.messages);
    const lastPosition = Math.max(latest.current.lastPosition, came.lastPosition);
    latest.current = { messages, people: came.people, lastPosition };
    setKnown(latest.current);
  }, []);

  const catchUp = useCallback((): Promise<void> => {
    if (!id) return Promise.resolve();
    again.current = true;
    running.current ??= (async () => {
      while (again.current) {
        again.current = false;
        const after = latest.current.messages.at(-1)?.position ?? 0;
        const came = await read(id, `after=${after}`);
        if (!came) break; // the connection is away; its return asks again
        take(came);
        if ((latest.current.messages.at(-1)?.position ?? 0) < came.lastPosition) again.current = true;
      }
    })().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [id, take]);

  const key = topics.join("\n");
  useEffect(() => {
    if (!id) return;
    void catchUp();
    return subscribeTopics(key.split("\n"), () => void catchUp());
  }, [id, key, catchUp]);

  const loadOlder = async () => {
    const oldest = known.messages[0]?.position ?? 1;
    if (!id || oldest <= 1 || loadingOlder) return;
    setLoadingOlder(true);
    const came = await read(id, `before=${oldest}`);
    if (came) take(came);
    setLoadingOlder(false);
  };

  return { ...known, hasOlder: (known.messages[0]?.position ?? 1) > 1, loadingOlder, loadOlder, catchUp };
}

async function read(id: string, asked: string): Promise<MessagesView | null> {
  try {
    const response = await fetch(`/api/conversations/${id}?${asked}`, { cache: "no-store" });
    const answer = (await response.json()) as { ok: boolean; data: MessagesView };
    return answer.ok ? answer.data : null;
  } catch {
    return null;
  }
}
