"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { isForScreen, useSingleKeys } from "../ui/single-keys";

/**
 * Keys of a table: j and k (and, from a row, the arrows) go from row to row, x selects, Enter opens, / goes to the search, ? shows the
 * keys. They sleep while someone types or a dialog is open, and a person may switch them off (WCAG 2.1.4), which this browser keeps.
 */
export function useRowKeys(table: RefObject<HTMLElement | null>, enabled: boolean, onHelp: () => void) {
  const [on, change] = useSingleKeys();
  const [listening, setListening] = useState(false);
  const latest = useRef({ on, onHelp });
  latest.current = { on, onHelp };

  useEffect(() => {
    if (!enabled) return;
    const links = () => [...(table.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
    const go = (by: 1 | -1) => {
      const rows = links();
      const at = rows.indexOf(document.activeElement as HTMLElement);
      const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
      next?.focus();
      next?.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
    };
    const ofRow = (key: string, row: Element) => {
      if (key === "ArrowDown") return () => go(1);
      if (key === "ArrowUp") return () => go(-1);
      const box = row.querySelector<HTMLElement>("input[type=checkbox]");
      return key === "x" && latest.current.on && box ? () => box.click() : null;
    };
    const single = (key: string) => {
      if (key === "j") return () => go(1);
      if (key === "k") return () => go(-1);
      if (key === "?") return () => latest.current.onHelp();
      return key === "/" ? () => document.querySelector<HTMLElement>("main input[type=search]")?.focus() : null;
    };
    const press = (event: KeyboardEvent) => {
      if (!isForScreen(event)) return;
      const row = (event.target as HTMLElement).closest?.("[data-row]");
      const inRow = row && table.current?.contains(row);
      const act = (inRow && ofRow(event.key, row)) || (latest.current.on && single(event.key)) || null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    setListening(true);
    return () => document.removeEventListener("keydown", press);
  }, [table, enabled]);

  return {
    on,
    /** What `aria-keyshortcuts` says of the table, once it listens. */
    shortcuts: !listening ? undefined : on ? "j k x / ?" : "ArrowDown ArrowUp",
    change,
  };
}
