"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Sheet } from "../ui/sheet";
import { byGroup, currentHref, type NavItem } from "./nav";
import { NavLink } from "./nav-link";

/** Navigation of a phone: up to five places at the bottom; with more, four and a drawer with all of them. */
export function BottomNav({ nav }: { nav: readonly NavItem[] }) {
  const current = currentHref(nav, usePathname());
  const [open, setOpen] = useState(false);
  if (nav.length < 2) return null;
  const first = nav.length > 5 ? nav.slice(0, 4) : nav;
  return (
    <nav
      data-shell
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {first.map((item) => (
        <NavLink key={item.href} item={item} current={item.href === current} shape="bottom" />
      ))}
      {first.length < nav.length && (
        <Sheet
          title="Menu"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button
              type="button"
              className="flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium text-muted"
            >
              <Menu aria-hidden className="size-5" />
              More
            </button>
          }
        >
          {byGroup(nav).map(({ group, items }) => (
            <div key={group ?? ""} className="mb-2">
              {group && <h3 className="px-3 pt-2 pb-1 text-xs font-medium text-muted">{group}</h3>}
              {items.map((item) => (
                <NavLink
                  key={item.href}
                  item={item}
                  current={item.href === current}
                  shape="drawer"
                  onClick={() => setOpen(false)}
                />
              ))}
            </div>
          ))}
        </Sheet>
      )}
    </nav>
  );
}
