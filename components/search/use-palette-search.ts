"use client";

import { useEffect, useState } from "react";
import type { FoundGroup, Hit } from "@/lib/search/groups";
import type { Place } from "./places";
import { recentCases } from "./use-recent-cases";

export type Start = { places: Place[]; recent: Hit[] };
export type Found = { text: string; words: string[]; groups: FoundGroup[] };

const PAUSE_MS = 150;

async function ask<Answer>(query: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(`/api/search?${query}`, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.status === 401 ? "You are signed out. Sign in again." : "The search failed.");
  return (await answer.json()) as Answer;
}

/** What the palette shows: where to go, asked for once it opens, and what was found, asked for when typing rests; a newer question ends the older. */
export function usePaletteSearch(open: boolean, text: string) {
  const [start, setStart] = useState<Start | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  useEffect(() => {
    if (!open) return;
    const asking = new AbortController();
    ask<Start>(`recent=${recentCases().join(",")}`, asking.signal).then(setStart, (error: Error) => {
      if (!asking.signal.aborted) setWrong(error.message);
    });
    return () => asking.abort();
  }, [open]);

  useEffect(() => {
    setWrong(null);
    if (!open || !text) {
      setFound(null);
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      const query = `q=${encodeURIComponent(text)}`;
      ask<Omit<Found, "text">>(query, asking.signal).then(
        (answer) => setFound({ ...answer, text }),
        (error: Error) => {
          if (!asking.signal.aborted) setWrong(error.message);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [open, text]);

  return { start, found, wrong, searching: open && text !== "" && found?.text !== text && !wrong };
}
