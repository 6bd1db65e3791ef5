"use client";

import { useRouter } from "next/navigation";
import type { ServerAction } from "../forms/action-result";
import { refusalText, useAction } from "../forms/use-action";
import { toast } from "../ui/toast";

/** Moves focus to the head of the work, after what had it has gone. */
export const focusWork = () => document.getElementById("work")?.focus();

/** Runs a stage move from a button. Whether it went through or was refused, the screen reads the case again. */
export function useMove<Input, Data>(action: ServerAction<Input, Data>, onSuccess?: (data: Data) => void) {
  const router = useRouter();
  return useAction(action, {
    onSuccess: (data) => {
      onSuccess?.(data);
      router.refresh();
    },
    onRefused: (refusal) => {
      toast.error(refusalText(refusal));
      router.refresh();
    },
  });
}
