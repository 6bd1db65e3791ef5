"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ServerAction } from "@/components/forms/action-result";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { LoadingState } from "@/components/ui/states";
import type { FilterChoices } from "@/lib/cases/filter-choices";

const FilterPanel = dynamic(() => import("./filter-panel").then((module) => module.FilterPanel), {
  loading: () => <LoadingState rows={8} label="Fetching the filters" />,
});

type FilterButtonProps = {
  lab: boolean;
  /** How many filters narrow the list. */
  count: number;
  load: ServerAction<Record<string, never>, FilterChoices>;
};

/** Opens the filters beside the list; they arrive when first opened. */
export function FilterButton({ lab, count, load }: FilterButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title="Filters"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<SlidersHorizontal aria-hidden />}>
          Filters
          {count > 0 && <span className="text-muted tabular-nums">{count}</span>}
        </Button>
      }
    >
      {open && <FilterPanel lab={lab} load={load} />}
    </Sheet>
  );
}
