"use client";

import { useState } from "react";
import type { PersonView } from "@/lib/messaging/thread";

const MOST = 6;

/** What is being typed after an `@` that begins a word, right before `caret`; null when nothing is. */
function mentionBefore(text: string, caret: number): string | null {
  return /(?:^|\s)@([\p{L}\p{N}.' -]{0,40})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** Choosing whom to mention while writing: who fits what was typed after `@`, and which of them is marked. */
export function useMentioning(people: readonly PersonView[]) {
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const fitting =
    typed === null
      ? []
      : people.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())).slice(0, MOST);
  return {
    fitting,
    marked: Math.min(marked, Math.max(fitting.length - 1, 0)),
    look: (text: string, caret: number) => {
      setTyped(mentionBefore(text, caret));
      setMarked(0);
    },
    move: (by: number) => setMarked((at) => (at + by + fitting.length) % Math.max(fitting.length, 1)),
    close: () => setTyped(null),
    /** The text with the name put in where the `@` was, and where the caret goes. */
    put: (text: string, caret: number, name: string) => {
      const start = caret - (typed?.length ?? 0);
      const next = `${text.slice(0, start)}${name} ${text.slice(caret)}`;
      return { text: next, caret: start + name.length + 1 };
    },
  };
}

/** The people whose `@Name` a text holds. */
export const mentionedIn = (text: string, people: readonly PersonView[]): string[] =>
  people.filter(({ name }) => text.includes(`@${name}`)).map(({ userId }) => userId);
