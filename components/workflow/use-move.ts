"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useEffect, useRef } from "react";
import type { ServerAction } from "../forms/action-result";
import { refusalText, useAction } from "../forms/use-action";
import { toast } from "../ui/toast";

/** Moves focus to the head of the work, after what had it has gone. */
export const focusWork = () => document.getElementById("work")?.focus();

/** How many moves of a card run; counts them up and down. While one does, the others wait: their versions are about to change. */
export const MovingContext = createContext<{ moving: boolean; count: (by: 1 | -1) => void }>({
  moving: false,
  count: () => {},
});

/**
 * Runs a stage move from a button. Whether it went through or was refused, the screen reads the case again. `waiting` says that
 * another move of the same card is still running, in which case `run` does nothing.
 */
export function useMove<Input, Data>(action: ServerAction<Input, Data>, onSuccess?: (data: Data) => void) {
  const router = useRouter();
  const { moving, count } = useContext(MovingContext);
  const { run, pending } = useAction(action, {
    onSuccess: (data) => {
      onSuccess?.(data);
      router.refresh();
    },
    onRefused: (refusal) => {
      toast.error(refusalText(refusal));
      router.refresh();
    },
  });
  useEffect(() => {
    if (!pending) return;
    count(1);
    return () => count(-1);
  }, [pending, count]);
  return { pending, waiting: moving && !pending, run: (input: Input) => moving || run(input) };
}

/**
 * Keeps the focus among the buttons of `ref` when a change of `state` has put others in the place of the one that had it, so that
 * someone at a keyboard can go on from there.
 */
export function useKeptFocus(state: string) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) ref.current?.querySelector("button")?.focus();
  }, [state]);
  return ref;
}
