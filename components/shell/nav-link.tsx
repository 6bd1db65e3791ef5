import Link from "next/link";
import { cn } from "../ui/cn";
import { LinkPending } from "./link-pending";
import type { NavItem } from "./nav";

type NavLinkProps = {
  item: NavItem;
  current: boolean;
  shape: "side" | "bottom" | "drawer" | "top";
  onClick?: () => void;
};

const shapes = {
  side: "min-h-control gap-2.5 rounded-md px-2.5 text-sm rail:min-h-14 rail:flex-col rail:justify-center rail:gap-0.5 rail:px-0.5 rail:text-2xs",
  bottom: "h-14 min-w-0 flex-1 flex-col justify-center gap-0.5 text-2xs",
  drawer: "min-h-12 gap-3 rounded-md px-3 text-lg",
  top: "h-control gap-2 rounded-md px-2.5 text-sm max-lg:h-11 max-lg:flex-col max-lg:justify-center max-lg:gap-0 max-lg:px-2 max-lg:text-2xs",
};

/** A link of the navigation with icon, words and count. */
export function NavLink({ item, current, shape, onClick }: NavLinkProps) {
  return (
    <Link
      href={item.href}
      onClick={onClick}
      aria-current={current ? "page" : undefined}
      className={cn(
        "relative flex items-center font-medium [&_svg]:shrink-0",
        shape === "bottom" ? "[&_svg]:size-5" : "[&_svg]:size-4 rail:[&_svg]:size-5",
        shapes[shape],
        current
          ? shape === "bottom"
            ? "text-accent-text"
            : "bg-accent-soft text-accent-text"
          : "text-muted hover:bg-hover hover:text-fg",
      )}
    >
      {item.icon}
      <span className="max-w-full truncate rail:text-center rail:whitespace-normal rail:wrap-anywhere">
        {item.label}
      </span>
      {shape !== "bottom" && <LinkPending />}
      {item.count ? <Count value={item.count} shape={shape} /> : null}
    </Link>
  );
}

function Count({ value, shape }: { value: number; shape: NavLinkProps["shape"] }) {
  return (
    <span
      className={cn(
        "rounded-full bg-neutral-bg px-1.5 text-2xs font-medium text-neutral-text tabular-nums",
        shape === "bottom"
          ? "absolute top-1 left-1/2 ml-1.5"
          : shape === "side"
            ? "ml-auto rail:absolute rail:top-1 rail:right-0.5 rail:px-1 rail:ring-2 rail:ring-surface"
            : "ml-auto max-lg:absolute max-lg:top-0 max-lg:right-0 max-lg:px-1",
      )}
    >
      {value > 99 ? "99+" : value}
    </span>
  );
}
