"use client";

import { useEffect } from "react";

/** Everything that opens on a press is fetched beforehand, for then there may be no connection. */
const inReserve = () => [import("../ui/dialog-panel"), import("../workflow/camera-scan")];

/**
 * Has the service worker keep this page and all it is made of for `userId`. `build` names the version of the app: a new one brings its own
 * worker. Does nothing where there is no service worker (an address without https).
 */
export function useWorker(userId: string, build: string): void {
  useEffect(() => {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    const begin = async () => {
      await workers.register(`/driver-worker.js?v=${encodeURIComponent(build)}`, { scope: "/driver" });
      const { active } = await workers.ready;
      await Promise.allSettled(inReserve());
      const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
      const written = [
        ...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("script[src], link[href]"),
      ].map((element) => ("src" in element ? element.src : element.href));
      active?.postMessage({ user: userId, keep: [...new Set([...loaded, ...written])] });
    };
    begin().catch(() => {}); // without it the app works as long as it stays open
  }, [userId, build]);
}
