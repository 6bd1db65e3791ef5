"use client";

import Link from "next/link";
import { useRegion } from "../ui/region";
import { type Figures, figureText } from "./figures";

/** The figures of a chart as a table; a row's words lead to the cases behind it, a figure to its own where it has some. */
export function FigureTable({ figures, caption }: { figures: Figures; caption: string }) {
  const { locale } = useRegion();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="max-h-80 overflow-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {figures.xLabel}
            </th>
            {figures.series.map((each) => (
              <th key={each.key} scope="col" className={`${head} text-right`}>
                {each.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.rows.map((row) => (
            <tr key={row.label} className="border-t">
              <th scope="row" className="h-row pr-3 text-left font-normal">
                {row.href ? (
                  <Link href={row.href} prefetch={false} className={link}>
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </th>
              {figures.series.map((each) => (
                <td key={each.key} className="pl-3 text-right whitespace-nowrap">
                  <Behind href={row.hrefs?.[each.key]} value={row.values[each.key]}>
                    {figureText(row.values[each.key], figures.format, locale)}
                  </Behind>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A figure as a link to what is behind it, where anything is. */
function Behind({ href, value, children }: { href?: string; value?: number | string | null; children: string }) {
  if (!href || Number(value ?? 0) === 0) return children;
  return (
    <Link href={href} prefetch={false} className={link}>
      {children}
    </Link>
  );
}

const link = "text-accent-text underline-offset-2 hover:underline";
const head = "sticky top-0 bg-surface py-1.5 text-xs font-medium text-muted not-first:pl-3";
