"use client";

import { WifiOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { connectionState, subscribeConnection, subscribeTopics } from "./live-connection";

const DEBOUNCE_MS = 150;

/** Refreshes the screen's server data when one of `topics` (`case:ID`, `queue`, `board` …) changes. Shows nothing. */
export function LiveRefresh({ topics }: { topics: readonly string[] }) {
  const router = useRouter();
  const refresh = useRef(() => router.refresh());
  refresh.current = () => router.refresh();
  const key = topics.join("\n");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = subscribeTopics(key.split("\n"), () => {
      clearTimeout(timer);
      timer = setTimeout(() => refresh.current(), DEBOUNCE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [key]);
  return null;
}

/** Says that the screen no longer updates by itself, while that is so. */
export function OfflineIndicator() {
  const state = useSyncExternalStore(subscribeConnection, connectionState, () => "idle" as const);
  return (
    <span role="status">
      {state === "offline" && (
        <span className="inline-flex items-center gap-1.5 text-xs font-medium text-warning-text">
          <WifiOff aria-hidden className="size-4" />
          <span className="max-sm:sr-only">Offline, reconnecting</span>
        </span>
      )}
    </span>
  );
}
