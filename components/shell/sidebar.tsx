"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { byGroup, currentHref, type NavItem } from "./nav";
import { NavLink } from "./nav-link";

function toggleRail() {
  const root = document.documentElement;
  const rail = root.dataset.sidebar !== "rail";
  if (rail) root.dataset.sidebar = "rail";
  else delete root.dataset.sidebar;
  localStorage.setItem("sidebar", rail ? "rail" : "full");
}

/** Navigation at the left: icons with small words on a tablet or when narrowed, full on a desktop, absent on a phone. */
export function Sidebar({ nav, head }: { nav: readonly NavItem[]; head: ReactNode }) {
  const current = currentHref(nav, usePathname());
  return (
    <aside
      data-shell
      data-side
      className="sticky top-0 flex h-dvh w-56 shrink-0 flex-col border-r bg-surface max-md:hidden rail:w-[5.5rem]"
    >
      <div className="flex h-12 shrink-0 items-center border-b px-2">{head}</div>
      <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto p-2 rail:px-1">
        {byGroup(nav).map(({ group, items }) => (
          <div key={group ?? ""} className="mb-2">
            {group && <h2 className="px-2.5 pt-2 pb-1 text-xs font-medium text-muted rail:sr-only">{group}</h2>}
            <ul className="flex flex-col gap-0.5">
              {items.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} current={item.href === current} shape="side" />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="hidden border-t p-2 lg:block">
        <button
          type="button"
          onClick={toggleRail}
          className="flex h-control w-full items-center gap-2.5 rounded-md px-2.5 text-sm text-muted hover:bg-hover hover:text-fg rail:justify-center"
        >
          <PanelLeftClose aria-hidden className="size-4 rail:hidden" />
          <PanelLeftOpen aria-hidden className="hidden size-4 rail:block" />
          <span className="rail:sr-only">Narrow</span>
        </button>
      </div>
    </aside>
  );
}
