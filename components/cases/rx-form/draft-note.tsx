"use client";

import { Check, CloudOff } from "lucide-react";
import { Spinner } from "@/components/ui/spinner";
import type { DraftState } from "./use-draft";

/** Whether what is written is kept. */
export function DraftNote({ state, problem }: { state: DraftState; problem: string | null }) {
  return (
    <p role="status" className="flex min-h-5 items-center gap-1.5 text-xs text-muted [&_svg]:size-3.5">
      {state === "saving" && (
        <>
          <Spinner /> Saving draft…
        </>
      )}
      {state === "saved" && (
        <>
          <Check aria-hidden className="text-success-mark" /> Draft saved
        </>
      )}
      {state === "failed" && (
        <span className="flex items-center gap-1.5 text-warning-text">
          <CloudOff aria-hidden /> {problem ?? "Draft not saved: no connection. Trying again."}
        </span>
      )}
    </p>
  );
}
