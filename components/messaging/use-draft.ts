"use client";

import { useEffect, useState } from "react";

const placeOf = (key: string) => `casepan-draft:${key}`;

/** What somebody began to write in a conversation, kept in this browser until it is sent. */
export function useDraft(key: string): [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => {
    try {
      setText(localStorage.getItem(placeOf(key)) ?? "");
    } catch {
      // a browser that keeps nothing keeps no drafts
    }
  }, [key]);
  const write = (next: string) => {
    setText(next);
    try {
      if (next) localStorage.setItem(placeOf(key), next);
      else localStorage.removeItem(placeOf(key));
    } catch {
      // likewise
    }
  };
  return [text, write];
}
