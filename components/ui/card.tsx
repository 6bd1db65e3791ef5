import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A bordered surface. Panel adds a title bar. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={cn("min-w-0 rounded-lg border bg-surface p-4", className)} />;
}

type PanelProps = Omit<ComponentProps<"section">, "title"> & {
  title: ReactNode;
  /** Beside the title: a count, a badge. */
  aside?: ReactNode;
  actions?: ReactNode;
  /** No padding around the body, for tables and lists that run to the edge. */
  flush?: boolean;
};

/** A card with a title, room for actions and a body. */
export function Panel({ title, aside, actions, flush, className, children, ...rest }: PanelProps) {
  return (
    <section {...rest} className={cn("min-w-0 rounded-lg border bg-surface", className)}>
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5">
        <h2 className="text-sm font-semibold">{title}</h2>
        {aside && <div className="text-sm text-muted">{aside}</div>}
        {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
      </header>
      <div className={flush ? "" : "p-4"}>{children}</div>
    </section>
  );
}
