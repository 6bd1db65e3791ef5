"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useRef, useState, useTransition } from "react";
import type { Column } from "./column";
import { ownColumns, shownColumns } from "./columns-choice";

/**
 * Which columns show, in order: those the address names (`param`), else, when it is to `remember`, those last chosen in this browser
 * for a table of this label, else the columns' own. A choice shows at once; it is kept in this browser and, with `param`, in the
 * address.
 */
export function useColumns<Row>(label: string, columns: readonly Column<Row>[], param?: string, remember = true) {
  const key = `columns:${label}`;
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const named = params.get(param ?? "");
  const [stored, setStored] = useState<string[] | null>(null);
  const [local, setLocal] = useState<string | null>(null);
  /** What the address was asked to say and does not say yet, the latest last. */
  const asked = useRef<(string | null)[]>([]);
  const [, startTransition] = useTransition();

  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
      if (Array.isArray(kept)) setStored(kept.filter((id): id is string => typeof id === "string"));
    } catch {
      localStorage.removeItem(key);
    }
  }, [key]);

  const own = useMemo(() => ownColumns(columns), [columns]);
  const wanted = local ?? ((param && named) || (remember && stored?.join()) || own.join());
  const shown = useMemo(() => shownColumns(columns, wanted.split(",")), [columns, wanted]);
  const isOwn = shown.join() === own.join();

  const nameInAddress = (value: string) => {
    if (!param) return;
    const next = new URLSearchParams(params);
    if (value) next.set(param, value);
    else next.delete(param);
    asked.current.push(value || null);
    startTransition(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  const naming = useRef(nameInAddress);
  naming.current = nameInAddress;

  // Once the address says what was asked last, or something else (a view was opened), it counts again.
  useEffect(() => {
    if (asked.current.includes(named) && asked.current.at(-1) !== named) return;
    asked.current = [];
    setLocal(null);
  }, [named]);
  useEffect(() => {
    if (param && !named && remember && stored) naming.current(stored.join());
  }, [param, named, remember, stored]);

  const change = (next: readonly string[]) => {
    const back = next.join() === own.join();
    setLocal(next.join());
    if (remember) {
      setStored(back ? null : [...next]);
      if (back) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
    }
    nameInAddress(back ? "" : next.join());
  };
  return { shown, isOwn, change, reset: () => change(own) };
}
