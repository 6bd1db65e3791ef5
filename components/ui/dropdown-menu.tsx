"use client";

import Link from "next/link";
import * as Radix from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { cn } from "./cn";

type MenuProps = {
  trigger: ReactNode;
  label?: string;
  align?: "start" | "end";
  children: ReactNode;
  className?: string;
};

/** A menu of actions behind a button; arrow keys, typing ahead and Escape work. */
export function DropdownMenu({ trigger, label, align = "end", children, className }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            "z-50 min-w-48 max-w-[calc(100vw-1rem)] rounded-lg border bg-raised p-1 shadow-high outline-none animate-[rise-in_120ms]",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemClass =
  "flex min-h-control cursor-pointer items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-disabled:cursor-not-allowed data-disabled:opacity-55 data-highlighted:bg-hover touch:text-base [&_svg]:size-4 [&_svg]:shrink-0";

type ItemProps = { icon?: ReactNode; children: ReactNode; tone?: "danger"; disabled?: boolean };

/** An entry that does something (`onSelect`) or goes somewhere (`href`). */
export function MenuItem(props: ItemProps & ({ onSelect: (event: Event) => void } | { href: string })) {
  const { icon, children, tone, disabled } = props;
  const className = cn(itemClass, tone === "danger" && "text-danger-text");
  if ("href" in props) {
    return (
      <Radix.Item asChild disabled={disabled}>
        <Link href={props.href} className={className}>
          {icon}
          {children}
        </Link>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item disabled={disabled} onSelect={props.onSelect} className={className}>
      {icon}
      {children}
    </Radix.Item>
  );
}

/** An entry that is on or off; the menu stays open. */
export function MenuCheckbox(props: {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Radix.CheckboxItem
      checked={props.checked}
      onCheckedChange={props.onCheckedChange}
      onSelect={(event) => event.preventDefault()}
      className={itemClass}
    >
      <span className="flex size-4 items-center justify-center" aria-hidden>
        <Radix.ItemIndicator>✓</Radix.ItemIndicator>
      </span>
      {props.children}
    </Radix.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1.5 text-xs text-muted">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
