"use client";

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Toaster as Sonner, toast as sonner } from "sonner";

const UNDO_MS = 8000;

/**
 * Short messages at the edge of the screen, read out by screen readers. `undo` says what was done and offers to take
 * it back for 8 s. Errors stay until dismissed.
 */
export const toast = {
  success: (message: string, description?: string) => sonner.success(message, { description }),
  info: (message: string, description?: string) => sonner.info(message, { description }),
  error: (message: string, options: { description?: string; retry?: () => void } = {}) =>
    sonner.error(message, {
      description: options.description,
      duration: Number.POSITIVE_INFINITY,
      closeButton: true,
      action: options.retry ? { label: "Try again", onClick: options.retry } : undefined,
    }),
  undo: (message: string, onUndo: () => void) =>
    sonner.success(message, { duration: UNDO_MS, action: { label: "Undo", onClick: onUndo } }),
  dismiss: (id?: string | number) => sonner.dismiss(id),
};

const PHONE = "(width < 40rem)";

function watchPhone(changed: () => void) {
  const query = matchMedia(PHONE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Where toasts appear: bottom right, on a phone at the top, clear of thumbs and sheets. Once, in the root layout. */
export function Toaster() {
  const phone = useSyncExternalStore(
    watchPhone,
    () => matchMedia(PHONE).matches,
    () => false,
  );
  return (
    <Sonner
      position={phone ? "top-center" : "bottom-right"}
      mobileOffset={{ top: "3.5rem" }}
      icons={{
        success: <CircleCheck className="size-4 text-success-mark" aria-hidden />,
        error: <CircleAlert className="size-4 text-danger-mark" aria-hidden />,
        info: <Info className="size-4 text-info-mark" aria-hidden />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-lg border bg-raised px-3 py-2.5 text-sm text-fg shadow-high sm:w-[22rem]",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-muted",
          actionButton:
            "order-2 h-control-sm shrink-0 rounded-md border border-line-strong/60 px-2.5 text-xs font-medium hover:bg-hover",
          closeButton: "order-3 rounded-sm p-1 text-muted hover:text-fg [&_svg]:size-4",
        },
      }}
    />
  );
}
