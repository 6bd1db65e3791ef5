import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";

/** The frame of the screens one sees before being inside a lab. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-canvas px-4 py-10">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <Mark className="size-8" />
        Casepan
      </p>
      <div className="flex w-full max-w-sm flex-col gap-4 rounded-lg border bg-surface p-6 shadow-low">{children}</div>
    </main>
  );
}
