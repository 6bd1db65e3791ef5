"use client";

import { X } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { LinkButton } from "../ui/button";

/** Takes the named filters off the address; nothing when none is set. */
export function ClearFilters({ params, label = "Clear filters" }: { params: readonly string[]; label?: string }) {
  const pathname = usePathname();
  const search = useSearchParams();
  if (!params.some((name) => search.has(name))) return null;
  const next = new URLSearchParams(search);
  for (const name of [...params, "after", "before"]) next.delete(name);
  return (
    <LinkButton
      href={next.size > 0 ? `${pathname}?${next}` : pathname}
      variant="ghost"
      size="sm"
      replace
      icon={<X aria-hidden />}
    >
      {label}
    </LinkButton>
  );
}
