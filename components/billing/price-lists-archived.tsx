"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ListedPriceList } from "@/lib/billing/price-lists";
import { restorePriceList } from "@/lib/billing/prices/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

/** The lists that were put away, to bring one back. */
export function ArchivedPriceLists({ lists, editable }: { lists: ListedPriceList[]; editable: boolean }) {
  const router = useRouter();
  const { run, pending } = useAction(restorePriceList, {
    onSuccess: () => {
      toast.success("Price list restored");
      router.refresh();
    },
  });
  return (
    <details className="px-4 py-2 text-sm">
      <summary className="cursor-pointer text-muted">
        {lists.length === 1 ? "1 archived list" : `${lists.length} archived lists`}
      </summary>
      <ul className="mt-1 flex flex-col gap-1">
        {lists.map((list) => (
          <li key={list.id} className="flex items-center justify-between gap-2">
            <span className="min-w-0 truncate">{list.name}</span>
            {editable && (
              <Button
                size="sm"
                icon={<Undo2 />}
                loading={pending}
                onClick={() => run({ priceListId: list.id, version: list.version })}
              >
                Restore
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
