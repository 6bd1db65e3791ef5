"use client";

import * as Radix from "radix-ui/tooltip";
import type { ReactNode } from "react";

/** A few words on hover and focus. Never the only place where something is said: touch screens do not show it. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-72 rounded-md bg-fg px-2 py-1 text-xs text-canvas shadow-high animate-[fade-in_100ms]"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
