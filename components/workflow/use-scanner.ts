"use client";

import { type RefObject, useEffect } from "react";

const EDITABLE = "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

/**
 * Lets a scanner that types reach `field` wherever the focus is: the first letter or figure typed outside of a field moves the focus
 * there. Where a mouse is at hand the field has the focus from the start; on a touch screen that would open the keyboard.
 */
export function useScanner(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (window.matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
    const catchTyping = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[\p{L}\p{N}]$/u.test(event.key)) return;
      if (event.target instanceof Element && event.target.closest(EDITABLE)) return;
      if (document.querySelector("[role=dialog]")) return;
      field.current?.focus();
    };
    document.addEventListener("keydown", catchTyping);
    return () => document.removeEventListener("keydown", catchTyping);
  }, [field]);
}
