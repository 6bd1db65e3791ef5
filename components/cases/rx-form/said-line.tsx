"use client";

import { CircleAlert } from "lucide-react";
import { useRx } from "./rx-context";

/** What is missing or wrong about something that has no control of its own, such as an item's teeth. */
export function SaidLine({ path }: { path: string }) {
  const { missing, tried } = useRx();
  const message = missing.get(path);
  if (!message) return null;
  return (
    <p className={`flex items-start gap-1 text-xs ${tried ? "font-medium text-danger-text" : "text-warning-text"}`}>
      {tried && <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />}
      {message}
    </p>
  );
}
