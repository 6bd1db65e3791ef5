"use client";

import * as Radix from "radix-ui/dropdown-menu";
import { cn } from "./cn";
import { type MenuContent, type MenuParts, MenuPartsContext } from "./dropdown-menu";
import type { Anchored } from "./lazy-trigger";

const parts: MenuParts = {
  Item: Radix.Item,
  Label: Radix.Label,
  Separator: Radix.Separator,
};

/** The list of a DropdownMenu with its button. */
export function DropdownMenuPanel({
  trigger,
  label,
  align = "end",
  open,
  onOpenChange,
  children,
  className,
}: MenuContent & Anchored) {
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-[calc(100vw-1rem)] animate-[rise-in_120ms] overflow-y-auto rounded-lg border bg-raised p-1 shadow-high outline-none",
            className,
          )}
        >
          <MenuPartsContext value={parts}>{children}</MenuPartsContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
