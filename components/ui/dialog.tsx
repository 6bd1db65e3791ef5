"use client";

import type { ReactNode } from "react";
import { LazyDialog, type Opening } from "./lazy-dialog";

export { DialogClose } from "./lazy-dialog";

export type DialogContent = {
  title: string;
  description?: ReactNode;
  /** Buttons at the foot; inside a form put them in `children` instead. */
  footer?: ReactNode;
  children?: ReactNode;
};

type DialogProps = Opening & DialogContent & { size?: "sm" | "md" | "lg" | "xl" };

const load = () => import("./dialog-panel").then((module) => module.DialogPanel);

/** A modal window in the middle (at the bottom on a phone). Escape and the cross close it; focus returns to the opener. */
export function Dialog({ trigger, open, onOpenChange, ...panel }: DialogProps) {
  return <LazyDialog trigger={trigger} open={open} onOpenChange={onOpenChange} load={load} panel={panel} />;
}
