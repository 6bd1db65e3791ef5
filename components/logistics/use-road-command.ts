"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ServerAction } from "../forms/action-result";
import { refusalText } from "../forms/use-action";

const AGAIN_AFTER_MS = 8000;

export type RoadCommand<Input> = {
  /** Sends; a press while one is under way is ignored. */
  send: (input: Input) => void;
  /** Sends what is waiting for a signal now. */
  retry: () => void;
  pending: boolean;
  /** The command did not get through yet; it is kept and sent again by itself. */
  waiting: boolean;
  refusal: string | null;
};

/**
 * Runs a driver's command over a bad signal: what could not be sent is kept and sent again when the phone is online and every few
 * seconds, under one idempotency key per contents, so that it counts once however often it arrives.
 */
export function useRoadCommand<Input extends { idempotencyKey: string }, Data>(
  action: ServerAction<Input, Data>,
  onDone: (data: Data) => void,
): RoadCommand<Omit<Input, "idempotencyKey">> {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const command = useRef<{ input: Omit<Input, "idempotencyKey">; contents: string; key: string } | null>(null);
  const busy = useRef(false);
  const latest = useRef({ action, onDone });
  latest.current = { action, onDone };

  const attempt = useCallback(async () => {
    const kept = command.current;
    if (!kept || busy.current) return;
    busy.current = true;
    setPending(true);
    setRefusal(null);
    try {
      const result = await latest.current.action({ ...kept.input, idempotencyKey: kept.key } as Input);
      command.current = null;
      setWaiting(false);
      if (result.ok) latest.current.onDone(result.data);
      else setRefusal(refusalText(result));
      router.refresh();
    } catch (error) {
      unstable_rethrow(error);
      setWaiting(true);
    } finally {
      busy.current = false;
      setPending(false);
    }
  }, [router]);

  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(attempt, AGAIN_AFTER_MS);
    window.addEventListener("online", attempt);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", attempt);
    };
  }, [waiting, attempt]);

  const send = useCallback(
    (input: Omit<Input, "idempotencyKey">) => {
      const contents = JSON.stringify(input);
      if (command.current?.contents !== contents) command.current = { input, contents, key: crypto.randomUUID() };
      attempt();
    },
    [attempt],
  );
  return { send, retry: attempt, pending, waiting, refusal };
}
