"use client";

import * as Radix from "radix-ui/popover";
import { cn } from "./cn";
import type { Anchored } from "./lazy-trigger";
import type { PopoverContent } from "./popover";

/** The panel of a Popover with its button. */
export function PopoverPanel({
  trigger,
  label,
  children,
  open,
  onOpenChange,
  align = "start",
  className,
}: PopoverContent & Anchored) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            "z-50 max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-1rem)] animate-[rise-in_120ms] overflow-y-auto rounded-lg border bg-raised p-3 text-sm shadow-high outline-none",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
