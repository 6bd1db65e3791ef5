import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";

/** The frame of the first set-up: one column, no navigation, since there is no lab yet. */
export default function SetupLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center gap-6 bg-canvas px-4 py-8">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <Mark className="size-8" />
        Casepan
      </p>
      <div className="flex w-full max-w-2xl flex-col gap-5">{children}</div>
    </main>
  );
}
