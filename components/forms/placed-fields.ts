"use client";

import { createContext, useContext, useEffect } from "react";

/** Paths of the fields now on the screen in this form, each with how many places show it. */
export const PlacedFieldsContext = createContext<Map<string, number> | null>(null);

/** Tells the form around that errors at `name` are shown by the caller. */
export function usePlacedField(name: string | undefined) {
  const placed = useContext(PlacedFieldsContext);
  useEffect(() => {
    if (!placed || !name) return;
    placed.set(name, (placed.get(name) ?? 0) + 1);
    return () => {
      const left = (placed.get(name) ?? 1) - 1;
      if (left > 0) placed.set(name, left);
      else placed.delete(name);
    };
  }, [placed, name]);
}
