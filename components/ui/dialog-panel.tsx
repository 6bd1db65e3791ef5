"use client";

import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { IconButton } from "./button";
import { cn } from "./cn";
import type { DialogContent } from "./dialog";
import type { PanelControl } from "./lazy-dialog";

const place = {
  middle:
    "animate-[rise-in_140ms] sm:inset-x-0 sm:top-1/2 sm:bottom-auto sm:mx-auto sm:max-h-[85dvh] sm:-translate-y-1/2 sm:rounded-xl",
  right:
    "animate-[slide-in-bottom_180ms_ease-out] sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:rounded-none sm:animate-[slide-in-right_180ms_ease-out]",
  left: "animate-[slide-in-bottom_180ms_ease-out] sm:inset-y-0 sm:right-auto sm:left-0 sm:max-h-none sm:rounded-none sm:animate-[slide-in-left_180ms_ease-out]",
};
const width = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-2xl", xl: "sm:max-w-5xl" };

type DialogPanelProps = DialogContent & PanelControl & { size?: keyof typeof width; side?: keyof typeof place };

/** The window of a Dialog or, with a side, of a Sheet. */
export function DialogPanel(props: DialogPanelProps) {
  const { title, description, footer, children, size = "md", side = "middle" } = props;
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-[fade-in_120ms] bg-overlay" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={props.onCloseAutoFocus}
          className={cn(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] w-full flex-col rounded-t-xl border bg-raised shadow-high outline-none",
            place[side],
            width[size],
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
              {description && <Radix.Description className="text-sm text-muted">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X />} size="sm" className="-mr-1.5" />
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-0.5 pb-5">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
