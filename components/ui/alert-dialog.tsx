"use client";

import type { ReactNode } from "react";
import { LazyDialog, type Opening } from "./lazy-dialog";

export type Question = {
  title: string;
  /** What will happen, and what cannot be undone. */
  description: ReactNode;
  /** The verb, e.g. "Void invoice". */
  confirm: string;
  cancel?: string;
  tone?: "danger" | "primary";
  onConfirm: () => void;
};

const load = () => import("./alert-dialog-panel").then((module) => module.AlertDialogPanel);

/** Asks before something that cannot be undone. For the rest act at once and offer `toast.undo`. */
export function AlertDialog({ trigger, open, onOpenChange, ...question }: Opening & Question) {
  return <LazyDialog trigger={trigger} open={open} onOpenChange={onOpenChange} load={load} panel={question} />;
}
