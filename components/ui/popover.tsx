"use client";

import type { ReactNode } from "react";
import { LazyTrigger } from "./lazy-trigger";

export type PopoverContent = {
  /** Accessible name of the panel. */
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  className?: string;
};

type PopoverProps = PopoverContent & { trigger: ReactNode; open?: boolean; onOpenChange?: (open: boolean) => void };

const load = () => import("./popover-panel").then((module) => module.PopoverPanel);

/** A small non-modal panel by its button. */
export function Popover({ trigger, open, onOpenChange, ...panel }: PopoverProps) {
  return (
    <LazyTrigger popup="dialog" trigger={trigger} open={open} onOpenChange={onOpenChange} load={load} panel={panel} />
  );
}
