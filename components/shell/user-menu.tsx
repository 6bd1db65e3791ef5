"use client";

import { LogOut } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { Avatar } from "../ui/avatar";
import { DropdownMenu, MenuItem, MenuSeparator } from "../ui/dropdown-menu";
import { toast } from "../ui/toast";
import type { ShellUser } from "./nav";

export type UserMenuItem = { href: string; label: string; icon?: ReactNode };

type UserMenuProps = { user: ShellUser; items?: readonly UserMenuItem[]; signOut: () => Promise<unknown> };

/** Who is signed in, their own pages, and the way out. */
export function UserMenu({ user, items = [], signOut }: UserMenuProps) {
  const [pending, startTransition] = useTransition();
  const leave = () =>
    startTransition(async () => {
      try {
        await signOut();
      } catch (error) {
        unstable_rethrow(error);
        toast.error("No connection. You are still signed in.", { retry: leave });
      }
    });
  return (
    <DropdownMenu
      label="Account"
      trigger={
        <button
          type="button"
          aria-label={`Account: ${user.name}`}
          aria-busy={pending || undefined}
          className="flex size-control items-center justify-center rounded-full"
        >
          <Avatar name={user.name} />
        </button>
      }
    >
      <div className="px-2 py-1.5 text-sm">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-xs text-muted">{user.email}</p>
        {user.role && <p className="text-xs text-muted">{user.role}</p>}
      </div>
      <MenuSeparator />
      {items.map((item) => (
        <MenuItem key={item.href} href={item.href} icon={item.icon}>
          {item.label}
        </MenuItem>
      ))}
      {items.length > 0 && <MenuSeparator />}
      <MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}
