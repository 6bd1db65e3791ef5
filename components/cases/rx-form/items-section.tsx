"use client";

import { useId, useMemo, useState } from "react";
import type { ToothMark } from "@/components/cases/tooth-chart/tooth-button";
import { ToothChart } from "@/components/cases/tooth-chart/tooth-chart";
import { usePlacedField } from "@/components/forms/placed-fields";
import { SegmentedControl } from "@/components/ui/radio-group";
import { RESTORATIONS } from "@/lib/cases/restorations";
import { adjacentRuns, type Dentition, dentitionOf, type Jaw, toothLabel } from "@/lib/cases/teeth";
import { materialsMade } from "@/lib/cases/templates";
import { PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import { BrushRow } from "./brush-row";
import { ChartActions, type ChartChange, changeOfKey } from "./chart-actions";
import { itemColor, itemWords, PROCEDURE_CODE } from "./item-look";
import { ItemRow } from "./item-row";
import type { Brush } from "./new-item";
import { pickTooth, rivalOn } from "./pick-tooth";
import { useDemand, useRx, useWants } from "./rx-context";

/** What is to be made: chosen first, then put on the chart; the list beside it takes the particulars. */
export function ItemsSection() {
  const { values, set, terms, notation, missing, tried } = useRx();
  const { items } = values;
  const wants = useWants();
  const [chosen, setBrush] = useState<Brush>(() => ({
    procedureType: "crowns",
    material: wants.materials.crowns ?? "",
    shade: "",
  }));
  const demand = useDemand(chosen);
  const brush = { ...chosen, shade: demand("shade") === "hidden" ? "" : chosen.shade, wants };
  const [current, setCurrent] = useState<number | null>(null);
  const [dentition, setDentition] = useState<Dentition>("permanent");
  const [refused, setRefused] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const hintId = useId();
  usePlacedField("items");

  const { marks, runs, arches } = useMemo(() => chartOf(items), [items]);
  const pressed = new Set(
    items.filter((i) => i.procedureType === brush.procedureType).flatMap((i) => i.teeth.map((t) => t.tooth)),
  );
  const bridgesOf = materialsMade(terms.templates, "bridges");
  const overArch = RESTORATIONS[brush.procedureType].site === "arch";
  const pick = (tooth: number) => {
    const rival = rivalOn(items, brush, tooth);
    setRefused(
      overArch
        ? `${PROCEDURE_LABEL[brush.procedureType]}: choose an arch above, not a tooth.`
        : rival
          ? `${toothLabel(tooth, notation)} already belongs to ${itemWords(rival, notation)}. Remove that first.`
          : null,
    );
    if (!overArch && !rival) set({ items: pickTooth(items, brush, tooth) });
  };
  const change = ({ items: next, said, tooth }: ChartChange) => {
    set({ items: next });
    setSaid(said);
    document.querySelector<HTMLElement>(`[data-tooth="${tooth}"]`)?.focus();
  };
  const wrong = missing.get("items");
  return (
    <div className="flex flex-col gap-4">
      <BrushRow
        brush={chosen}
        onChange={(next) => {
          setRefused(null);
          setBrush(next);
        }}
      />
      <div data-at="items" className="grid gap-4 xl:grid-cols-[25rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p id={hintId} className="text-xs text-muted">
              {HINT[RESTORATIONS[brush.procedureType].site]}
            </p>
            <SegmentedControl
              label="Teeth shown"
              value={dentition}
              onValueChange={(value) => setDentition(value as Dentition)}
              choices={[
                { value: "permanent", label: "Permanent" },
                { value: "primary", label: "Primary" },
              ]}
            />
          </div>
          <ToothChart
            dentition={dentition}
            notation={notation}
            marks={marks}
            runs={runs.filter((run) => run.teeth[0] !== undefined && dentitionOf(run.teeth[0]) === dentition)}
            arches={arches}
            pressed={pressed}
            unavailable={(tooth) => overArch || Boolean(rivalOn(items, brush, tooth))}
            onPick={pick}
            onCurrent={setCurrent}
            onKey={(event, tooth) => {
              const next = changeOfKey(event, items, tooth, notation, bridgesOf);
              if (next) change(next);
              return next !== null;
            }}
            describedBy={hintId}
          />
          <ChartActions items={items} current={current} notation={notation} bridgesOf={bridgesOf} onChange={change} />
          <p role="status" className="min-h-4 text-center text-xs text-warning-text">
            {refused}
            <span className="sr-only">{said}</span>
          </p>
        </div>
        <div className="min-w-0">
          {items.length === 0 ? (
            <p
              className={`rounded-lg border border-dashed px-4 py-6 text-center text-sm ${tried && wrong ? "border-danger-line text-danger-text" : "text-muted"}`}
            >
              {tried && wrong ? wrong : "Nothing picked yet. What you pick on the chart is listed here."}
            </p>
          ) : (
            <ol className="flex flex-col gap-3" aria-label="Items">
              {items.map((item, index) => (
                <ItemRow key={item.key} item={item} index={index} />
              ))}
            </ol>
          )}
        </div>
      </div>
    </div>
  );
}

const HINT = {
  tooth: "Pick teeth: each is an item of its own. Crowns side by side can be joined.",
  span: "Pick teeth side by side: they join into one bridge.",
  arch: "Choose the arch above.",
  teeth_of_arch: "Pick the teeth it is for; one piece per arch.",
};

function chartOf(items: ReturnType<typeof useRx>["values"]["items"]) {
  const marks = new Map<number, ToothMark[]>();
  const runs: { teeth: number[]; color: string }[] = [];
  const arches: { jaw: Jaw; label: string; color: string }[] = [];
  for (const [index, item] of items.entries()) {
    const color = itemColor(index);
    const label = PROCEDURE_LABEL[item.procedureType];
    for (const { tooth, role } of item.teeth) {
      const spoken = role === "single" ? label : `${label}, ${role}`;
      marks.set(tooth, [
        ...(marks.get(tooth) ?? []),
        { color, code: PROCEDURE_CODE[item.procedureType], pontic: role === "pontic", spoken },
      ]);
    }
    if (item.procedureType === "bridges") {
      runs.push(...adjacentRuns(item.teeth.map((t) => t.tooth)).map((teeth) => ({ teeth, color })));
    }
    if (RESTORATIONS[item.procedureType].site === "arch") {
      for (const jaw of ["upper", "lower"] as const) {
        if (item.arch === jaw || item.arch === "both") arches.push({ jaw, label, color });
      }
    }
  }
  return { marks, runs, arches };
}
