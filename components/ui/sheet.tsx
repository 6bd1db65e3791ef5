"use client";

import * as Radix from "radix-ui/dialog";
import { cn } from "./cn";
import { DialogHead, type DialogProps } from "./dialog";

type SheetProps = Omit<DialogProps, "size"> & { side?: "right" | "left"; wide?: boolean };

/** A modal panel from the side, from the bottom on a phone; for looking something up without leaving the screen. */
export function Sheet({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  footer,
  children,
  side = "right",
  wide,
}: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-[fade-in_120ms] bg-overlay" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-xl border bg-raised shadow-high outline-none",
            "animate-[slide-in-bottom_180ms_ease-out] sm:inset-y-0 sm:max-h-none sm:w-full sm:rounded-none",
            wide ? "sm:max-w-2xl" : "sm:max-w-md",
            side === "right"
              ? "sm:right-0 sm:left-auto sm:animate-[slide-in-right_180ms_ease-out]"
              : "sm:right-auto sm:left-0 sm:animate-[slide-in-left_180ms_ease-out]",
          )}
        >
          <DialogHead title={title} description={description} />
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
