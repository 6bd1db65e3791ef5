"use client";

import { useEffect, useState } from "react";
import { KeysDialog } from "../data-table/keys-dialog";
import { isForScreen, useSingleKeys } from "../ui/single-keys";

const KEYS: [keys: string[], does: string][] = [
  [["N"], "New appointment"],
  [["T"], "Today"],
  [["J"], "Later"],
  [["K"], "Earlier"],
  [["Ctrl", "K"], "Search everything, go anywhere"],
  [["?"], "These keys"],
];

/**
 * Keys of the calendar: each presses the link that says so by `aria-keyshortcuts`, ? shows them. They sleep while someone types, and a
 * person may switch them off.
 */
export function CalendarKeys() {
  const [help, setHelp] = useState(false);
  const [on, change] = useSingleKeys();
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (!isForScreen(event)) return;
      const link = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${CSS.escape(event.key)}"]`);
      if (event.key !== "?" && !link) return;
      event.preventDefault();
      if (link) link.click();
      else setHelp(true);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
  return (
    <KeysDialog
      open={help}
      onOpenChange={setHelp}
      on={on}
      onChange={change}
      title="Keys of the calendar"
      keys={KEYS}
      hint="Ctrl K always does. An appointment is opened with Tab and Enter, and moved by Change on its page."
    />
  );
}
