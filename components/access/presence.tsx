"use client";

import { useEffect } from "react";
import { PRESENCE_COOKIE, PRESENCE_SECONDS } from "@/lib/access/presence";

const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
const EVERY_MS = 30_000;

/**
 * Says with each request of the next minutes that somebody is at this screen, whenever they touch, type or scroll. Without it a screen
 * that refreshes by itself would keep its session from ever ending for want of use.
 */
export function Presence() {
  useEffect(() => {
    let last = 0;
    const here = () => {
      if (Date.now() - last < EVERY_MS) return;
      last = Date.now();
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where a page is not served over HTTPS
      document.cookie = `${PRESENCE_COOKIE}=1; max-age=${PRESENCE_SECONDS}; path=/; samesite=lax`;
    };
    for (const sign of SIGNS) window.addEventListener(sign, here, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, here, { capture: true });
    };
  }, []);
  return null;
}
