import { useCallback, useEffect, useState } from "react";

const OFF = "single-keys";

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu]"));

/** Whether a press is meant for the screen: not with Ctrl or Alt, not while someone types, and not under an open dialog. */
export const isForScreen = (event: KeyboardEvent): boolean =>
  !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) &&
  !document.querySelector("[role=dialog], [role=alertdialog]");

/** Whether single letters work as keys in this browser, and how to switch them on and off (WCAG 2.1.4). */
export function useSingleKeys(): [on: boolean, change: (next: boolean) => void] {
  const [on, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(OFF) !== "off"), []);
  const change = useCallback((next: boolean) => {
    setOn(next);
    if (next) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "off");
  }, []);
  return [on, change];
}
