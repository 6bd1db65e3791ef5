import type { ReactNode } from "react";

/** Stays at the lower edge, in reach of the thumb. */
export function ThumbBar({ children }: { children: ReactNode }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-high">
      <div className="mx-auto flex max-w-2xl flex-col gap-2">{children}</div>
    </div>
  );
}
