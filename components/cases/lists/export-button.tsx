"use client";

import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { DEFAULT_COLUMNS } from "@/lib/cases/list-columns";

/** Downloads what the list shows, all pages of it, as CSV: the filters, order and columns of the address. */
export function ExportButton({ lab }: { lab: boolean }) {
  const query = new URLSearchParams(useSearchParams());
  for (const name of ["after", "before", "view"]) query.delete(name);
  if (!query.has("cols")) query.set("cols", DEFAULT_COLUMNS[lab ? "lab" : "portal"].join(","));
  return (
    <a
      href={`/api/cases/export?${query}`}
      download
      title="Every case that fits, with the columns shown. Days as 2026-11-21, times in the lab's zone."
      className={buttonClass({})}
    >
      <Download aria-hidden />
      CSV
    </a>
  );
}
