import { Line, Polyline, Rect, Svg } from "@react-pdf/renderer";
import type { ReportChart } from "@/lib/reports/result";

const WIDTH = 515;
const HEIGHT = 90;
/** Shades that stay apart on a black-and-white printer. */
const SHADES = ["#1f4f8f", "#9db8d9", "#5b6270", "#d5d9e0", "#3f7f5f", "#b9d4c5"];

/** The marks of a chart without axes: the figures stand in the table below, in the same order from left to right. */
export function ChartDrawing({ chart: { kind, series, rows } }: { chart: ReportChart }) {
  const figureOf = (row: ReportChart["rows"][number], key: string) => Math.max(Number(row.values[key] ?? 0), 0);
  const heightOf = (row: ReportChart["rows"][number]) => {
    const values = series.map(({ key }) => figureOf(row, key));
    return kind === "stacked" ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  };
  const most = Math.max(...rows.map(heightOf), 0);
  if (most === 0) return null;
  const scale = (value: number) => (value / most) * (HEIGHT - 6);
  const step = WIDTH / rows.length;
  const colour = (i: number) => SHADES[i % SHADES.length] as string;
  return (
    <Svg width={WIDTH} height={HEIGHT} style={{ marginBottom: 4 }}>
      <Line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="#d5d9e0" strokeWidth={0.5} />
      {kind === "line"
        ? series.map(({ key }, i) => (
            <Polyline
              key={key}
              points={rows
                .flatMap((row, x) =>
                  row.values[key] === null ? [] : [`${(x + 0.5) * step},${HEIGHT - 1 - scale(figureOf(row, key))}`],
                )
                .join(" ")}
              fill="none"
              stroke={colour(i)}
              strokeWidth={1.5}
              strokeDasharray={i > 0 ? "4 3" : undefined}
            />
          ))
        : rows.flatMap((row, x) => {
            const width = Math.min(kind === "stacked" ? step * 0.6 : (step * 0.6) / series.length, 40);
            let below = 0;
            return series.map(({ key }, i) => {
              const height = scale(figureOf(row, key));
              const left =
                kind === "stacked"
                  ? (x + 0.5) * step - width / 2
                  : (x + 0.5) * step - (width * series.length) / 2 + i * width;
              const top = HEIGHT - 1 - below - height;
              if (kind === "stacked") below += height;
              return (
                <Rect key={`${row.label} ${key}`} x={left} y={top} width={width} height={height} fill={colour(i)} />
              );
            });
          })}
    </Svg>
  );
}
