"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

const KEY = "recent-cases";
const MOST = 8;

/** The ids of the cases opened last in this browser, the latest first. Whoever asks with them gets those they may see. */
export function recentCases(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers the case that the page is about. */
export function useRecentCases(): void {
  const pathname = usePathname();
  useEffect(() => {
    const id = /^(?:\/portal)?\/cases\/([0-9a-f-]{36})(?:\/|$)/.exec(pathname)?.[1];
    if (!id) return;
    localStorage.setItem(KEY, JSON.stringify([id, ...recentCases().filter((other) => other !== id)].slice(0, MOST)));
  }, [pathname]);
}
