import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { cn } from "./cn";

export type Crumb = { label: string; href: string };

type PageHeaderProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** The way here, without this page. */
  breadcrumbs?: readonly Crumb[];
  /** Beside the title, usually a StatusBadge. */
  status?: ReactNode;
  actions?: ReactNode;
  /** Below the title: LinkTabs. */
  tabs?: ReactNode;
  sticky?: boolean;
};

/** The h1 of a screen with its way back, state and actions; stays in view while the page scrolls. */
export function PageHeader({ title, subtitle, breadcrumbs, status, actions, tabs, sticky = true }: PageHeaderProps) {
  return (
    <header
      className={cn(
        "z-20 -mx-4 -mt-4 mb-4 border-b bg-canvas px-4 pt-3 sm:-mx-6 sm:px-6 print:static print:mx-0 print:px-0",
        tabs ? "pb-0" : "pb-3",
        sticky && "sm:sticky sm:top-(--topbar-height,0px)",
      )}
    >
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav aria-label="Breadcrumb" data-print="hide">
          <ol className="flex flex-wrap items-center gap-1 text-xs text-muted">
            {breadcrumbs.map((crumb) => (
              <Fragment key={crumb.href}>
                <li>
                  <Link href={crumb.href} className="-my-1 inline-block py-1 hover:text-fg hover:underline">
                    {crumb.label}
                  </Link>
                </li>
                <li aria-hidden>
                  <ChevronRight className="size-3" />
                </li>
              </Fragment>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <div className="flex min-h-control flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold tracking-tight text-balance">{title}</h1>
            {status}
          </div>
          {subtitle && <p className="text-sm text-muted">{subtitle}</p>}
        </div>
        {actions && (
          <div className="flex flex-wrap items-center gap-2" data-print="hide">
            {actions}
          </div>
        )}
      </div>
      {tabs && <div className="mt-2">{tabs}</div>}
    </header>
  );
}

type SectionProps = {
  title: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A part of a screen under an h2, without a box. */
export function Section({ title, hint, actions, children, className }: SectionProps) {
  return (
    <section className={cn("mb-6", className)}>
      <div className="mb-2 flex flex-wrap items-end gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
          {hint && <p className="text-sm text-muted">{hint}</p>}
        </div>
        {actions && <div className="flex items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
