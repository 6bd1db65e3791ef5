import Link from "next/link";
import type { ListedTemplate } from "@/lib/logistics/templates/template-queries";
import { WEEKDAY_LABEL, WEEKDAYS } from "@/lib/practices/opening-hours";

/** Runs of weekdays in words, e.g. "Mon–Fri" or "Mon, Wed". Days are ISO, 1 Monday … 7 Sunday, in order. */
export function weekdaysText(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => WEEKDAY_LABEL[WEEKDAYS[(day ?? 1) - 1] ?? "monday"].slice(0, 3);
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(", ")))
    .join(", ");
}

/** A template of routes: when it goes, who drives, whom it serves. `href` opens it for who may change it. */
export function TemplateCard({ template, href }: { template: ListedTemplate; href: string | null }) {
  const { name, weekdays, driver, departsAt, shiftEndsAt, practices } = template;
  return (
    <article className="relative rounded-lg border bg-surface p-4 hover:border-line-strong">
      <h2 className="font-semibold break-words">
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
            {name}
          </Link>
        ) : (
          name
        )}
      </h2>
      <p className="text-sm text-muted tabular-nums">
        {weekdaysText(weekdays)} · {departsAt}–{shiftEndsAt} · {driver ?? "no driver yet"}
      </p>
      <p className="mt-2 text-sm">
        {practices.length === 0 ? "Serves what no other template does" : practices.join(", ")}
      </p>
    </article>
  );
}
