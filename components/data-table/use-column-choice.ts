"use client";

import { useEffect, useState } from "react";
import type { Column } from "./column";

type Visible = Record<string, boolean>;
type Change = Visible | ((before: Visible) => Visible);

/** Which columns show, remembered in this browser per table label. The first render shows the columns' own defaults. */
export function useColumnChoice<Row>(label: string, columns: readonly Column<Row>[]) {
  const key = `columns:${label}`;
  const [visible, setVisible] = useState<Visible>(() =>
    Object.fromEntries(columns.filter((column) => column.hidden).map((column) => [column.id, false])),
  );

  useEffect(() => {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
      if (typeof stored === "object" && stored !== null) setVisible((before) => ({ ...before, ...stored }));
    } catch {
      localStorage.removeItem(key);
    }
  }, [key]);

  const change = (next: Change) => {
    const value = typeof next === "function" ? next(visible) : next;
    setVisible(value);
    localStorage.setItem(key, JSON.stringify(value));
  };
  return [visible, change] as const;
}
