"use client";

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Toaster as Sonner, toast } from "sonner";

const PHONE = "(width < 40rem)";

function watchPhone(changed: () => void) {
  const query = matchMedia(PHONE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** The list of toasts: bottom right, on a phone at the top, clear of thumbs and sheets. Calls `onReady` once it listens. */
export function ToastRegion({ onReady }: { onReady: (sonner: typeof toast) => void }) {
  const phone = useSyncExternalStore(
    watchPhone,
    () => matchMedia(PHONE).matches,
    () => false,
  );
  useEffect(() => onReady(toast), [onReady]);
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
