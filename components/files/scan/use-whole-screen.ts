"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";

/**
 * Lets an element fill the screen. Where the browser has no full screen for it (iPhones), it fills the page: the caller gives it a
 * fixed place while `whole`. Escape ends both, and nothing else: it is taken before a dialog around it hears of it.
 */
export function useWholeScreen(element: RefObject<HTMLElement | null>): [whole: boolean, toggle: () => void] {
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (!whole) return;
    const left = () => document.fullscreenElement === null && setWhole(false);
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      if (document.fullscreenElement) void document.exitFullscreen();
      setWhole(false);
    };
    document.addEventListener("fullscreenchange", left);
    window.addEventListener("keydown", pressed, { capture: true });
    return () => {
      document.removeEventListener("fullscreenchange", left);
      window.removeEventListener("keydown", pressed, { capture: true });
    };
  }, [whole]);
  const toggle = useCallback(() => {
    setWhole((was) => {
      if (was) void (document.fullscreenElement && document.exitFullscreen());
      else element.current?.requestFullscreen?.().catch(() => {}); // the page's own area does, too
      return !was;
    });
  }, [element]);
  return [whole, toggle];
}
