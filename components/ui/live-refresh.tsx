"use client";

import { WifiOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { connectionState, subscribeConnection, subscribeTopics } from "./live-connection";

const GATHER_MS = 150;
let due: ReturnType<typeof setTimeout> | undefined;

/** Refreshes once for all that changes within 150 ms, however many parts of the screen heard of it. */
function refreshSoon(refresh: () => void) {
  if (due) return;
  due = setTimeout(() => {
    due = undefined;
    refresh();
  }, GATHER_MS);
}

/** Refreshes the screen's server data when one of `topics` (`case:ID`, `queue`, `board` …) changes. Shows nothing. */
export function LiveRefresh({ topics }: { topics: readonly string[] }) {
  const { refresh } = useRouter();
  const key = topics.join("\n");
  useEffect(() => subscribeTopics(key.split("\n"), () => refreshSoon(refresh)), [key, refresh]);
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
