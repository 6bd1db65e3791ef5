import type { ReactNode } from "react";
import { cn } from "../ui/cn";

type FiguresTableProps = {
  label: string;
  columns: { header: string; numeric?: boolean; wide?: boolean }[];
  rows: { key: string; cells: ReactNode[] }[];
};

/** A plain table of figures that runs to the edge of its panel and scrolls sideways on a phone. */
export function FiguresTable({ label, columns, rows }: FiguresTableProps) {
  const place = (i: number) =>
    cn("px-4 py-2", columns[i]?.numeric && "text-right whitespace-nowrap tabular-nums", columns[i]?.wide && "w-full");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b text-left text-xs text-muted">
            {columns.map(({ header }, i) => (
              <th key={header} scope="col" className={cn(place(i), "font-medium whitespace-nowrap")}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-b align-top last:border-0">
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns, which never changes.
                <td key={i} className={place(i)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
