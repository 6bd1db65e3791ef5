"use client";

import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "theme";
const watchers = new Set<() => void>();

function read(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function apply() {
  const theme = read();
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  watchers.add(watcher);
  system.addEventListener("change", apply);
  window.addEventListener("storage", apply);
  return () => {
    watchers.delete(watcher);
    system.removeEventListener("change", apply);
    window.removeEventListener("storage", apply);
  };
}

/** The chosen theme and how to change it; follows the system and other tabs. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(watch, read, () => "system" as const);
  const choose = (next: Theme) => {
    localStorage.setItem(KEY, next);
    apply();
  };
  return [theme, choose];
}
