import type { ReactNode } from "react";

/** One place to go. `icon` is an element such as `<Inbox />`. */
export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** Shown as a small figure; nothing at 0. */
  count?: number;
  /** Heading in the sidebar under which it stands. */
  group?: string;
  /** Current only at exactly this address, not below it. */
  exact?: boolean;
  /** Further addresses that belong to it. */
  also?: readonly string[];
};

/** What happens when the user asks for another lab or to sign out; both are server actions. */
export type ShellUser = { name: string; email: string; role?: string };
export type ShellLab = { id: string; name: string; current: boolean };

/** The address of the item that `pathname` belongs to: the longest one that it starts with. */
export function currentHref(items: readonly NavItem[], pathname: string): string | undefined {
  return items
    .flatMap((item) => [item.href, ...(item.also ?? [])].map((href) => ({ item, path: href.split(/[?#]/)[0] ?? href })))
    .filter(({ item, path }) => pathname === path || (!item.exact && pathname.startsWith(`${path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0]?.item.href;
}

/** Items by group, in order of first appearance. */
export function byGroup(items: readonly NavItem[]): { group: string | undefined; items: NavItem[] }[] {
  const groups = new Map<string | undefined, NavItem[]>();
  for (const item of items) {
    const list = groups.get(item.group);
    if (list) list.push(item);
    else groups.set(item.group, [item]);
  }
  return [...groups].map(([group, list]) => ({ group, items: list }));
}
