"use client";

import { useEffect } from "react";
import type { toast as SonnerToast } from "sonner";
import { useLazy } from "./use-lazy";

type Sonner = typeof SonnerToast;

const UNDO_MS = 8000;
let wanted = false;
let show: (() => void) | undefined;
let arrived: (sonner: Sonner) => void = () => {};
const sonner = new Promise<Sonner>((resolve) => {
  arrived = resolve;
});

function say(use: (sonner: Sonner) => void) {
  wanted = true;
  show?.();
  void sonner.then(use);
}

/**
 * Short messages at the edge of the screen, read out by screen readers. `undo` says what was done and offers to take
 * it back for 8 s. Errors stay until dismissed. The first message fetches the code that shows it.
 */
export const toast = {
  success: (message: string, description?: string) => say((to) => to.success(message, { description })),
  info: (message: string, description?: string) => say((to) => to.info(message, { description })),
  error: (message: string, options: { description?: string; retry?: () => void } = {}) =>
    say((to) =>
      to.error(message, {
        description: options.description,
        duration: Number.POSITIVE_INFINITY,
        closeButton: true,
        action: options.retry ? { label: "Try again", onClick: options.retry } : undefined,
      }),
    ),
  undo: (message: string, onUndo: () => void) =>
    say((to) => to.success(message, { duration: UNDO_MS, action: { label: "Undo", onClick: onUndo } })),
};

const load = () => import("./toast-region").then((module) => module.ToastRegion);

/** Where toasts appear. Once, in the root layout. */
export function Toaster() {
  const [Region, fetchRegion] = useLazy(load);
  useEffect(() => {
    show = () => void fetchRegion();
    if (wanted) show();
    return () => {
      show = undefined;
    };
  }, [fetchRegion]);
  return Region && <Region onReady={arrived} />;
}
