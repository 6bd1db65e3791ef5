"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { type ActionResult, UNREACHABLE } from "../../forms/action-result";
import { refusalText } from "../../forms/use-action";
import { toast } from "../../ui/toast";

/** Rows in the order just given to them, which the server keeps; refused, they go back. */
export function useOrder<Row extends { id: string }>(
  rows: readonly Row[],
  keep: (ids: string[]) => Promise<ActionResult<unknown>>,
) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [shown, order] = useOptimistic(rows, (all, ids: string[]) =>
    [...all].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
  );
  const onOrder = (ids: string[]) =>
    startTransition(async () => {
      order(ids);
      try {
        const answer = await keep(ids);
        if (!answer.ok) toast.error(refusalText(answer));
      } catch {
        toast.error(UNREACHABLE);
      }
      router.refresh();
    });
  return { shown, onOrder, pending };
}
