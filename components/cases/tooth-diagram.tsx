import type { ToothNotation } from "@/lib/access/actor";
import { ARCH_TEETH, type Dentition, dentitionOf, type Jaw, teethLabel, toothLabel } from "@/lib/cases/teeth";
import type { Arch } from "@/lib/cases/vocabulary";
import { toothOutline } from "./tooth-chart/tooth-outline";

export type DiagramItem = {
  name: string;
  teeth: readonly { tooth: number; role: "single" | "abutment" | "pontic" }[];
  arch: Arch | null;
};

const CELL = 20;
const ROW = 40;

/**
 * Where a case's items sit, both jaws as one faces the patient: each tooth carries the number of its item in the list, a pontic is
 * dashed, a bar joins a bridge, a band stands for a whole arch. Draws nothing when nothing of it has a place in the mouth.
 */
export function ToothDiagram({ items, notation }: { items: readonly DiagramItem[]; notation: ToothNotation }) {
  const placed = items.filter((item) => item.teeth.length > 0 || item.arch);
  if (placed.length === 0) return null;
  const primary = items.some((item) => item.teeth.some(({ tooth }) => dentitionOf(tooth) === "primary"));
  const permanent =
    !primary || items.some((item) => item.teeth.some(({ tooth }) => dentitionOf(tooth) === "permanent"));
  const rows: { dentition: Dentition; jaw: Jaw }[] = [
    ...(permanent ? [{ dentition: "permanent", jaw: "upper" } as const] : []),
    ...(primary
      ? ([
          { dentition: "primary", jaw: "upper" },
          { dentition: "primary", jaw: "lower" },
        ] as const)
      : []),
    ...(permanent ? [{ dentition: "permanent", jaw: "lower" } as const] : []),
  ];
  const words = placed.map((item) => {
    const teeth = item.teeth.map(({ tooth }) => tooth);
    return `${item.name}${teeth.length > 0 ? ` (${teethLabel(teeth, notation)})` : ""}`;
  });
  return (
    <svg
      role="img"
      aria-label={`Teeth: ${words.join("; ")}`}
      viewBox={`-16 0 ${16 * CELL + 32} ${rows.length * ROW}`}
      className="mx-auto block w-full max-w-[34rem]"
    >
      <line
        x1={8 * CELL}
        x2={8 * CELL}
        y1={0}
        y2={rows.length * ROW}
        className="stroke-line-strong"
        strokeWidth={0.5}
        strokeDasharray="2 2"
      />
      <text x={-6} y={(rows.length * ROW) / 2 + 3} textAnchor="middle" className="fill-muted text-[9px]">
        R
      </text>
      <text x={16 * CELL + 6} y={(rows.length * ROW) / 2 + 3} textAnchor="middle" className="fill-muted text-[9px]">
        L
      </text>
      {rows.map((row, i) => (
        <JawRow key={`${row.dentition} ${row.jaw}`} {...row} top={i * ROW} items={items} notation={notation} />
      ))}
    </svg>
  );
}

type RowProps = { dentition: Dentition; jaw: Jaw; top: number; items: readonly DiagramItem[]; notation: ToothNotation };

function JawRow({ dentition, jaw, top, items, notation }: RowProps) {
  const teeth = ARCH_TEETH[dentition][jaw];
  const left = (16 - teeth.length) / 2;
  const upper = jaw === "upper";
  const band = items.findIndex((item) => item.teeth.length === 0 && (item.arch === jaw || item.arch === "both"));
  const joined = items.filter((item) => item.teeth.length > 1 && item.teeth.some(({ role }) => role !== "single"));
  const place = (tooth: number) => (left + teeth.indexOf(tooth)) * CELL;
  return (
    <g transform={`translate(0 ${top})`}>
      {band >= 0 && (
        <rect
          x={left * CELL}
          y={upper ? 13 : 5}
          width={teeth.length * CELL}
          height={22}
          rx={8}
          style={{ fill: SOFT, stroke: "var(--accent)" }}
        />
      )}
      {joined.map((item) => {
        const own = item.teeth.filter(({ tooth }) => teeth.includes(tooth)).map(({ tooth }) => place(tooth));
        if (own.length < 2) return null;
        const y = upper ? 24 : 16;
        return (
          <line
            key={item.name}
            x1={Math.min(...own) + 10}
            x2={Math.max(...own) + 10}
            y1={y}
            y2={y}
            strokeWidth={5}
            style={{ stroke: "var(--accent)" }}
          />
        );
      })}
      {teeth.map((tooth) => {
        const index = items.findIndex((item) => item.teeth.some((t) => t.tooth === tooth));
        const role = items[index]?.teeth.find((t) => t.tooth === tooth)?.role;
        return (
          <g key={tooth} transform={`translate(${place(tooth)} 0)`}>
            <g transform={upper ? "translate(1 14) scale(0.18 0.2)" : "translate(1 26) scale(0.18 -0.2)"}>
              <path
                d={toothOutline(tooth)}
                vectorEffect="non-scaling-stroke"
                strokeWidth={index >= 0 ? 1.5 : 1}
                strokeDasharray={role === "pontic" ? "3 2" : undefined}
                style={
                  index >= 0
                    ? { fill: SOFT, stroke: "var(--accent)" }
                    : { fill: "var(--surface)", stroke: "var(--line-strong)" }
                }
                opacity={index >= 0 ? 1 : 0.55}
              />
            </g>
            {index >= 0 && (
              <text x={10} y={upper ? 28 : 20} textAnchor="middle" className="fill-fg text-[10px] font-bold">
                {index + 1}
              </text>
            )}
            <text
              x={10}
              y={upper ? 10 : 37}
              textAnchor="middle"
              className={index >= 0 ? "fill-fg text-[9px] font-bold" : "fill-muted text-[8px]"}
            >
              {toothLabel(tooth, notation)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const SOFT = "color-mix(in oklab, var(--accent) 24%, var(--surface))";
