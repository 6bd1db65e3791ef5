import type { ReactNode } from "react";
import { Mark } from "./mark";

type PublicFrameProps = { name?: string; width?: "max-w-xl" | "max-w-2xl"; density?: "touch"; children: ReactNode };

/** The frame of what somebody sees who is not inside a lab: a name, one column, no navigation. */
export function PublicFrame({ name = "Casepan", width = "max-w-2xl", density, children }: PublicFrameProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center gap-6 bg-canvas px-4 py-8">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <Mark className="size-8" />
        {name}
      </p>
      <div data-density={density} className={`flex w-full ${width} flex-col gap-5`}>
        {children}
      </div>
    </main>
  );
}
