import type { ReactNode } from "react";

/** One column of a DataTable. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Name of this order in the address; the header becomes a link that sorts. */
  sort?: string;
  /** Figures: right-aligned, equal width. */
  numeric?: boolean;
  /**
   * Place on a phone, where each row is a card: its title, the badge at the right of the title, a labelled line, or not
   * shown. Default "line".
   */
  card?: "title" | "badge" | "line" | "hidden";
  /** Smallest screen on which the table shows it: md 768 px, lg 1024 px, xl 1280 px. Default: always. */
  from?: "md" | "lg" | "xl";
  /** May be switched off in the columns menu; `hidden` columns start switched off. */
  hideable?: boolean;
  hidden?: boolean;
  /** CSS width, e.g. "8rem". */
  width?: string;
};

/** Classes that place a cell in the table and on the card. */
export function cellPlace(column: Pick<Column<never>, "card" | "from" | "numeric">): string {
  const card = {
    title: "max-sm:order-1 max-sm:col-start-1 max-sm:text-base max-sm:font-medium",
    badge: "max-sm:order-2 max-sm:col-start-2 max-sm:justify-self-end",
    line: "max-sm:order-3 max-sm:col-span-2 max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4",
    hidden: "max-sm:hidden",
  }[column.card ?? "line"];
  const from = column.from && { md: "sm:max-md:hidden", lg: "sm:max-lg:hidden", xl: "sm:max-xl:hidden" }[column.from];
  return [card, from, column.numeric && "tabular-nums sm:text-right"].filter(Boolean).join(" ");
}
