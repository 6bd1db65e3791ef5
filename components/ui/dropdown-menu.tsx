"use client";

import Link from "next/link";
import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import { cn } from "./cn";
import { LazyTrigger } from "./lazy-trigger";

export type MenuContent = { label?: string; align?: "start" | "end"; children: ReactNode; className?: string };

type PartProps = { className?: string; children?: ReactNode };
type ItemPartProps = PartProps & { asChild?: boolean; disabled?: boolean; onSelect?: (event: Event) => void };

/** The menu's working parts, which arrive with its panel. */
export type MenuParts = {
  Item: ComponentType<ItemPartProps>;
  Label: ComponentType<PartProps>;
  Separator: ComponentType<PartProps>;
};

export const MenuPartsContext = createContext<MenuParts | null>(null);

const load = () => import("./dropdown-menu-panel").then((module) => module.DropdownMenuPanel);

/** A menu of actions behind a button; arrow keys, typing ahead and Escape work. */
export function DropdownMenu({ trigger, ...panel }: MenuContent & { trigger: ReactNode }) {
  return <LazyTrigger popup="menu" trigger={trigger} load={load} panel={panel} />;
}

function useParts(): MenuParts {
  const parts = useContext(MenuPartsContext);
  if (!parts) throw new Error("A menu entry must be inside a DropdownMenu.");
  return parts;
}

const itemClass =
  "flex min-h-control cursor-pointer items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-disabled:cursor-not-allowed data-disabled:opacity-55 data-highlighted:bg-hover touch:text-base [&_svg]:size-4 [&_svg]:shrink-0";

type ItemProps = { icon?: ReactNode; children: ReactNode; tone?: "danger"; disabled?: boolean };

/** An entry that does something (`onSelect`) or goes somewhere (`href`). */
export function MenuItem(props: ItemProps & ({ onSelect: (event: Event) => void } | { href: string })) {
  const { Item } = useParts();
  const { icon, children, tone, disabled } = props;
  const className = cn(itemClass, tone === "danger" && "text-danger-text");
  if ("href" in props) {
    return (
      <Item asChild disabled={disabled}>
        <Link href={props.href} className={className}>
          {icon}
          {children}
        </Link>
      </Item>
    );
  }
  return (
    <Item disabled={disabled} onSelect={props.onSelect} className={className}>
      {icon}
      {children}
    </Item>
  );
}

/** Small words above a group of entries. */
export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useParts();
  return <Label className="px-2 py-1.5 text-xs text-muted">{children}</Label>;
}

/** A line between groups of entries. */
export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="-mx-1 my-1 h-px bg-line" />;
}
