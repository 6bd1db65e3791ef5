import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { LinkTabs } from "@/components/ui/link-tabs";
import { type Actor, may } from "@/lib/access/actor";
import { reportHref } from "@/lib/reports/address";
import { headOf, REPORT_NAMES, type ReportName, type ReportParams } from "@/lib/reports/schema";

const GROUPS = ["Cases", "Production", "Money", "Stock"] as const;

type ReportNavProps = { actor: Actor; current: ReportName | null; params: ReportParams };

/** The reports the actor may open, by what they are about: a list beside the report, tabs above it on a small screen. The period goes along. */
export function ReportNav({ actor, current, params }: ReportNavProps) {
  const names = REPORT_NAMES.filter((name) => !headOf(name).finance || may(actor, "reports.finance"));
  const items = names.map((name) => ({
    name,
    group: headOf(name).group,
    label: headOf(name).title,
    href: reportHref(name, params),
    current: name === current,
  }));
  return (
    <>
      <div className="mb-3 lg:hidden">
        <LinkTabs
          label="Reports"
          items={[{ href: "/reports", label: "Overview", current: current === null }, ...items]}
        />
      </div>
      <nav aria-label="Reports" className="hidden w-44 shrink-0 lg:block" data-print="hide">
        <div className="sticky top-32 grid gap-4 text-sm">
          <Entry href="/reports" label="Overview" current={current === null} />
          {GROUPS.map((group) => {
            const of = items.filter((item) => item.group === group);
            if (of.length === 0) return null;
            return (
              <div key={group}>
                <p className="mb-1 px-2.5 text-xs font-medium text-muted">{group}</p>
                <ul>
                  {of.map((item) => (
                    <li key={item.name}>
                      <Entry {...item} />
                    </li>
                  ))}
                  {group === "Production" && may(actor, "rota.view") && (
                    <li>
                      <Entry href="/departments/capacity" label="Capacity and load" current={false} />
                    </li>
                  )}
                </ul>
              </div>
            );
          })}
        </div>
      </nav>
    </>
  );
}

function Entry({ href, label, current }: { href: string; label: string; current: boolean }) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "block rounded-md px-2.5 py-1.5",
        current ? "bg-hover font-medium text-fg" : "text-muted hover:bg-hover hover:text-fg",
      )}
    >
      {label}
    </Link>
  );
}
