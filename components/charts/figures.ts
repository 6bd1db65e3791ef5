import { moneyText } from "../ui/money-text";

/** How the values of a chart are written. `percent` takes 0–1, `hours` and `days` their own unit. */
export type FigureFormat =
  | { style: "number"; decimals?: number }
  | { style: "percent"; decimals?: number }
  | { style: "money"; currency: string }
  | { style: "hours" | "days"; decimals?: number };

export type Series = { key: string; label: string };

/**
 * One place on the x axis: its words, a value per series key (null: no figure), and where the cases behind it are: of all of it, and of
 * those series that have cases of their own.
 */
export type FigureRow = {
  label: string;
  values: Record<string, number | string | null>;
  href?: string;
  hrefs?: Readonly<Record<string, string>>;
};

/** What a chart and its table both show. Plain data, so that a page can pass it from the server. */
export type Figures = { xLabel: string; series: readonly Series[]; rows: readonly FigureRow[]; format: FigureFormat };

/** A value in words; `compact` shortens it for an axis ("1.2K"). Decimal strings of money stay exact. */
export function figureText(
  value: number | string | null | undefined,
  format: FigureFormat,
  locale: string,
  compact = false,
): string {
  if (value === null || value === undefined || value === "") return "–";
  if (format.style === "money" && !compact) return moneyText(String(value), format.currency, locale);
  const number = Number(value);
  if (Number.isNaN(number)) return "–";
  const notation = compact ? ({ notation: "compact", maximumFractionDigits: 1 } as const) : {};
  if (format.style === "money") {
    return number.toLocaleString(locale, {
      style: "currency",
      currency: format.currency,
      ...notation,
      minimumFractionDigits: 0,
    });
  }
  const maximumFractionDigits = format.decimals ?? (format.style === "percent" ? 0 : 1);
  if (format.style === "percent") return number.toLocaleString(locale, { style: "percent", maximumFractionDigits });
  const text = number.toLocaleString(locale, { maximumFractionDigits, ...notation });
  if (format.style === "hours") return `${text} h`;
  return format.style === "days" ? `${text} d` : text;
}

/** Rows as flat objects of numbers, the form the drawing library reads; `label` and `href` ride along. */
export function plotRows(figures: Figures): Record<string, string | number | null | undefined>[] {
  return figures.rows.map((row) => ({
    label: row.label,
    href: row.href,
    ...Object.fromEntries(
      figures.series.map(({ key }) => {
        const value = row.values[key];
        return [`v_${key}`, value === null || value === undefined || value === "" ? null : Number(value)];
      }),
    ),
  }));
}

/** The ends of the axis where the figures cannot give them: shares that are all nothing, which would else reach to 400 %. */
export function axisEnds({ format, rows }: Figures): [number, number] | undefined {
  const empty = rows.every(({ values }) => Object.values(values).every((value) => Number(value ?? 0) === 0));
  return format.style === "percent" && empty ? [0, 1] : undefined;
}
