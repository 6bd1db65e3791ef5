"use client";

import { useEffect, useRef } from "react";
import { markConversationRead } from "@/lib/messaging/actions";

/** Marks a conversation read up to its last message whenever that is on a screen somebody can see, once for each position. */
export function useReading(id: string | null, lastPosition: number, readPosition: number): void {
  const marked = useRef(readPosition);
  useEffect(() => {
    if (!id) return;
    const mark = () => {
      if (document.hidden || marked.current >= lastPosition) return;
      marked.current = lastPosition;
      markConversationRead({ conversationId: id, position: lastPosition }).catch(() => {
        marked.current = readPosition; // the next message or look tries again
      });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [id, lastPosition, readPosition]);
}
