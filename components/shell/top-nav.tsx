"use client";

import { usePathname } from "next/navigation";
import { currentHref, type NavItem } from "./nav";
import { NavLink } from "./nav-link";

/** Navigation in the top bar, from 768 px; below that the bottom bar takes over. It keeps its width: the name beside it gives way. */
export function TopNav({ nav }: { nav: readonly NavItem[] }) {
  const current = currentHref(nav, usePathname());
  return (
    <nav aria-label="Main" className="flex shrink-0 gap-1 max-md:hidden">
      {nav.map((item) => (
        <NavLink key={item.href} item={item} current={item.href === current} shape="top" />
      ))}
    </nav>
  );
}
