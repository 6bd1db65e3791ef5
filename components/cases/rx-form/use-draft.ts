"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftPayload } from "@/lib/cases/schema";
import type { RxActions } from "./rx-actions";
import { type RxValues, toDraft } from "./rx-values";

export type DraftState = "untouched" | "saving" | "saved" | "failed";

const PAUSE_MS = 700;
const RETRY_MS = 5000;

type Options = {
  id: string | null;
  practiceId: string;
  values: RxValues;
  actions: RxActions;
  onMade: (id: string) => void;
};

/**
 * Keeps what is written as a draft: a moment after the last change, one save at a time, again after a failure. The draft is
 * made when there is something to keep, and its id put in the address, so that a reload finds it. `ensure` makes it at once
 * (for a file) and answers its id, or null when the server could not be reached; `stop` ends it (sent, discarded).
 */
export function useDraft({ id: firstId, practiceId, values, actions, onMade }: Options) {
  const [state, setState] = useState<DraftState>(firstId ? "saved" : "untouched");
  const [problem, setProblem] = useState<string | null>(null);
  const id = useRef(firstId);
  const opening = useRef<Promise<string | null> | null>(null);
  const stopped = useRef(false);
  const flushing = useRef(false);
  const text = JSON.stringify(toDraft(values));
  const latest = useRef(text);
  latest.current = text;
  const saved = useRef(text);
  const [retries, setRetries] = useState(0);

  const failed = useCallback((message?: string) => {
    setState("failed");
    setProblem(message ?? null);
    return null;
  }, []);

  const ensure = useCallback((): Promise<string | null> => {
    if (id.current) return Promise.resolve(id.current);
    const payloadText = latest.current;
    opening.current ??= actions
      .openDraft({ practiceId, payload: JSON.parse(payloadText) as DraftPayload })
      .then((result) => {
        if (!result.ok) return failed(result.formError);
        id.current = result.data.id;
        saved.current = payloadText;
        onMade(result.data.id);
        const url = new URL(window.location.href);
        url.searchParams.set("draft", result.data.id);
        window.history.replaceState(null, "", url);
        setState("saved");
        return result.data.id;
      })
      .catch(() => failed())
      .finally(() => {
        opening.current = null;
      });
    return opening.current;
  }, [actions, practiceId, failed, onMade]);

  const flush = useCallback(async () => {
    if (flushing.current) return;
    flushing.current = true;
    setState("saving");
    try {
      while (!stopped.current && latest.current !== saved.current) {
        if (!id.current) {
          if (!(await ensure())) return;
          continue;
        }
        const payloadText = latest.current;
        const payload = JSON.parse(payloadText) as DraftPayload;
        const result = await actions.saveDraft({ id: id.current, payload }).catch(() => null);
        if (stopped.current) return;
        if (!result?.ok) return void failed(result?.formError);
        saved.current = payloadText;
      }
      setProblem(null);
      setState("saved");
    } finally {
      flushing.current = false;
    }
  }, [actions, ensure, failed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry is the same effect run again
  useEffect(() => {
    if (stopped.current || text === saved.current) return;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, retries]);

  useEffect(() => {
    if (state !== "failed") return;
    const timer = setTimeout(() => setRetries((n) => n + 1), RETRY_MS);
    return () => clearTimeout(timer);
  }, [state]);

  /** Waits for a draft that is being made, and lets nothing more be saved. */
  const stop = useCallback(async () => {
    stopped.current = true;
    await opening.current;
    return id.current;
  }, []);
  const resume = useCallback(() => {
    stopped.current = false;
  }, []);

  return { state, problem, id, ensure, stop, resume };
}
