"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { refusalText } from "@/components/forms/use-action";
import { sendMessage } from "@/lib/messaging/actions";
import type { MessageView } from "@/lib/messaging/thread";
import { type Pending, stillPending } from "./merge";

const AWAY = "No connection. It is sent as soon as there is one.";

type Outgoing = Pick<Pending, "body" | "mentions" | "attachments">;

/**
 * Sends messages one after the other, shows each at once, and keeps what could not be sent. Every attempt at a message carries the same
 * key, so it is said once; what failed for want of a connection is tried again when there is one. `begin` answers the conversation's id.
 */
export function useSending(
  begin: () => Promise<string | null>,
  messages: readonly MessageView[],
  sent: () => Promise<void>,
) {
  const [pending, setPending] = useState<Pending[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef({ begin, sent, pending });
  latest.current = { begin, sent, pending };

  const note = useCallback((key: string, problem: string | null) => {
    setPending((all) => all.map((one) => (one.key === key ? { ...one, problem } : one)));
  }, []);

  const attempt = useCallback(
    (message: Pending) => {
      note(message.key, null);
      queue.current = queue.current.then(async () => {
        const problem = await deliver(message, latest.current.begin);
        if (problem) note(message.key, problem);
        else await latest.current.sent();
      });
    },
    [note],
  );

  useEffect(() => {
    setPending((all) => {
      const left = stillPending(all, messages);
      return left.length === all.length ? all : left;
    });
  }, [messages]);

  useEffect(() => {
    const back = () => {
      for (const message of latest.current.pending) if (message.problem === AWAY) attempt(message);
    };
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, [attempt]);

  const send = (outgoing: Outgoing) => {
    const message = { ...outgoing, key: crypto.randomUUID(), at: new Date().toISOString(), problem: null };
    setPending((all) => [...all, message]);
    attempt(message);
  };
  const drop = (key: string) => setPending((all) => all.filter((one) => one.key !== key));
  return { pending: stillPending(pending, messages), send, retry: attempt, drop };
}

async function deliver(message: Pending, begin: () => Promise<string | null>): Promise<string | null> {
  try {
    const conversationId = await begin();
    if (!conversationId) return "This conversation could not be begun.";
    const answer = await sendMessage({
      conversationId,
      body: message.body,
      mentions: message.mentions,
      attachmentIds: message.attachments.map(({ id }) => id),
      idempotencyKey: message.key,
    });
    return answer.ok ? null : refusalText(answer);
  } catch {
    return AWAY;
  }
}
