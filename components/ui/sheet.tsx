"use client";

import type { DialogContent } from "./dialog";
import { LazyDialog, type Opening } from "./lazy-dialog";

type SheetProps = Opening & DialogContent & { side?: "right" | "left"; wide?: boolean };

const load = () => import("./dialog-panel").then((module) => module.DialogPanel);

/** A modal panel from the side, from the bottom on a phone; for looking something up without leaving the screen. */
export function Sheet({ trigger, open, onOpenChange, side = "right", wide, ...content }: SheetProps) {
  const panel = { ...content, side, size: wide ? ("lg" as const) : ("md" as const) };
  return <LazyDialog trigger={trigger} open={open} onOpenChange={onOpenChange} load={load} panel={panel} />;
}
