"use client";

import { useState } from "react";
import type { ServerAction } from "@/components/forms/action-result";
import { useAction } from "@/components/forms/use-action";
import { toast } from "@/components/ui/toast";
import { BULK_MOST } from "@/lib/cases/bulk-rows";
import type { BulkRow } from "./use-bulk";

type Found = { rows: BulkRow[]; more: boolean };

/** The selection of a list, which may reach beyond the page: all cases that fit, a thousand at most. */
export function useSelected(thatFit: ServerAction<{ query: string }, Found>) {
  const [beyond, setBeyond] = useState<BulkRow[] | null>(null);
  const { run, pending } = useAction(thatFit, {
    onSuccess: ({ rows, more }) => {
      setBeyond(rows);
      if (more) toast.info(`The first ${BULK_MOST} cases are selected`, "Narrow the list to reach the others.");
    },
  });
  return { beyond, forget: () => setBeyond(null), selectAll: (query: string) => run({ query }), selecting: pending };
}
