"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { cn } from "./cn";

export type TabItem = { href: string; label: string; current: boolean; count?: number };

/** Tabs whose state is the address: each is a link, the chosen one carries aria-current. Scrolls sideways on a phone, to the chosen one. */
export function LinkTabs({
  items,
  label,
  replace = true,
}: {
  items: readonly TabItem[];
  label: string;
  replace?: boolean;
}) {
  const nav = useRef<HTMLElement>(null);
  const chosen = items.find(({ current }) => current)?.href;
  useEffect(() => {
    const tab = chosen && nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && tab) nav.current.scrollLeft = tab.offsetLeft - (nav.current.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  return (
    <nav
      ref={nav}
      aria-label={label}
      className="relative -mb-px overflow-x-auto [scrollbar-width:none]"
      data-print="hide"
    >
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href} className="shrink-0">
            <Link
              href={item.href}
              replace={replace}
              scroll={false}
              aria-current={item.current ? "page" : undefined}
              className={cn(
                "flex h-control items-center gap-1.5 border-b-2 px-2.5 text-sm -outline-offset-2",
                item.current
                  ? "border-accent font-medium text-fg"
                  : "border-transparent text-muted hover:border-line-strong hover:text-fg",
              )}
            >
              {item.label}
              {item.count !== undefined && (
                <span className="rounded-full bg-neutral-bg px-1.5 text-2xs text-neutral-text tabular-nums">
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
