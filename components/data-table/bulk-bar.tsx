"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../ui/button";

/** What can be done with the selected rows, and how many they are. */
export function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  return (
    <div data-print="hide" className="flex flex-wrap items-center gap-2 border-b bg-accent-soft px-3 py-1.5 text-sm">
      <span role="status" className="font-medium text-accent-text tabular-nums">
        {count} selected
      </span>
      <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div>
      <IconButton label="Clear selection" icon={<X />} size="sm" onClick={onClear} />
    </div>
  );
}
