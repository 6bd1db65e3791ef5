"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useRef, useTransition } from "react";
import { toast } from "../ui/toast";
import { type ActionResult, type ServerAction, UNREACHABLE } from "./action-result";

type Options<Data> = {
  onSuccess?: (data: Data) => void;
  /** Called with the refusal instead of showing it as a toast. */
  onRefused?: (refusal: Extract<ActionResult<Data>, { ok: false }>) => void;
};

/**
 * Runs a server action from a button or menu, for forms see useActionForm. A second press while it runs is ignored;
 * a refusal shows as a toast, a network failure as a toast with "Try again".
 */
export function useAction<Input, Data>(action: ServerAction<Input, Data>, options: Options<Data> = {}) {
  const [pending, startTransition] = useTransition();
  const busy = useRef(false);
  const latest = useRef({ action, options });
  latest.current = { action, options };

  const run = useCallback((input: Input) => {
    if (busy.current) return;
    busy.current = true;
    startTransition(async () => {
      const { action, options } = latest.current;
      let result: ActionResult<Data>;
      try {
        result = await action(input);
      } catch (error) {
        unstable_rethrow(error);
        toast.error(UNREACHABLE, { retry: () => run(input) });
        return;
      } finally {
        busy.current = false;
      }
      if (result.ok) options.onSuccess?.(result.data);
      else if (options.onRefused) options.onRefused(result);
      else toast.error(refusalText(result));
    });
  }, []);

  return { run, pending };
}

/** One sentence for a refusal: its form error, else its field errors. */
export function refusalText(refusal: { formError?: string; fieldErrors?: Record<string, string[]> }): string {
  return (
    refusal.formError ??
    (Object.values(refusal.fieldErrors ?? {})
      .flat()
      .join(" ") ||
      "That was not accepted.")
  );
}
