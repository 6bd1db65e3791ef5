import type { XAxisTickContentProps } from "recharts";
import { labelLines } from "./label-lines";

const LINE_HEIGHT = 12;

/** The name of a bar below it: on as many lines as its width asks for, slanted where bars are narrow, so that none is left out. */
export function BarLabel({ x, y, payload, width, visibleTicksCount }: XAxisTickContentProps) {
  const left = Number(x);
  const top = Number(y);
  const { lines, slanted } = labelLines(String(payload.value), Number(width) / visibleTicksCount);
  return (
    <text
      x={left}
      y={top}
      fill="var(--muted)"
      fontSize={11}
      textAnchor={slanted ? "end" : "middle"}
      transform={slanted ? `rotate(-40 ${left} ${top})` : undefined}
    >
      {lines.map((line, i) => (
        <tspan key={line} x={left} dy={i === 0 ? 9 : LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
