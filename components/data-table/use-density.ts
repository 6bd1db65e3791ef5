"use client";

import { useEffect, useState } from "react";

const KEY = "table-density";

/** Whether tables of this browser show low rows, and how to change it. On touch screens rows keep their height. */
export function useDensity(): [boolean, (compact: boolean) => void] {
  const [compact, setCompact] = useState(false);
  useEffect(() => setCompact(localStorage.getItem(KEY) === "compact"), []);
  return [
    compact,
    (next) => {
      setCompact(next);
      if (next) localStorage.setItem(KEY, "compact");
      else localStorage.removeItem(KEY);
    },
  ];
}
