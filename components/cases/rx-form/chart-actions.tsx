"use client";

import { Link2, Split, SquareDashed } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { ToothNotation } from "@/lib/access/actor";
import { inArchOrder, toothLabel } from "@/lib/cases/teeth";
import type { Material } from "@/lib/cases/vocabulary";
import { changeRole, joinables, joinItems, splitItem } from "./join-bridge";
import type { RxItemValues } from "./rx-values";

/** A change of the items on the chart, in words for who cannot see it, and the tooth to go on from. */
export type ChartChange = { items: RxItemValues[]; said: string; tooth: number };

/** What can be done with the teeth on the chart beside picking them: join into a bridge, split one, change a role. */
type Possible = { key: string; keys: string; words: string; icon: "join" | "role" | "split"; change: ChartChange };

function spanLabel(teeth: readonly number[], notation: ToothNotation): string {
  const ordered = inArchOrder(teeth);
  return [ordered[0], ordered.at(-1)].map((tooth) => toothLabel(tooth ?? 0, notation)).join("–");
}

function possible(
  items: readonly RxItemValues[],
  current: number | null,
  notation: ToothNotation,
  bridgesOf: readonly Material[],
): Possible[] {
  const found: Possible[] = joinables(items, bridgesOf).map((join) => {
    const teeth = spanLabel(join.teeth, notation);
    const tooth = current !== null && join.teeth.includes(current) ? current : (join.teeth[0] ?? 11);
    return {
      key: join.keys.join(),
      keys: "+",
      icon: "join",
      words: `Join ${teeth} as a bridge`,
      change: { items: joinItems(items, join), said: `${teeth} joined into a bridge.`, tooth },
    };
  });
  const bridge = items.find((i) => i.procedureType === "bridges" && i.teeth.some((t) => t.tooth === current));
  if (!bridge || current === null || bridge.teeth.length < 2) return found;
  const next = bridge.teeth.find((t) => t.tooth === current)?.role === "pontic" ? "an abutment" : "a pontic";
  const label = toothLabel(current, notation);
  const teeth = spanLabel(
    bridge.teeth.map((t) => t.tooth),
    notation,
  );
  return [
    ...found,
    {
      key: "role",
      keys: "Shift+Enter",
      icon: "role",
      words: `Make ${label} ${next}`,
      change: { items: changeRole(items, bridge.key, current), said: `${label} is ${next}.`, tooth: current },
    },
    {
      key: "split",
      keys: "-",
      icon: "split",
      words: `Split ${teeth} into crowns`,
      change: { items: splitItem(items, bridge.key), said: `${teeth} split into crowns.`, tooth: current },
    },
  ];
}

const ICON = { join: <Link2 />, role: <SquareDashed />, split: <Split /> };

type ChartActionsProps = {
  items: readonly RxItemValues[];
  current: number | null;
  notation: ToothNotation;
  /** What the lab makes bridges of. */
  bridgesOf: readonly Material[];
  onChange: (change: ChartChange) => void;
};

/** The buttons under the chart, each with the key that does the same on a tooth. */
export function ChartActions({ items, current, notation, bridgesOf, onChange }: ChartActionsProps) {
  const all = possible(items, current, notation, bridgesOf);
  if (all.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center justify-center gap-2">
      {all.map(({ key, keys, words, icon, change }) => (
        <Button key={key} size="sm" icon={ICON[icon]} aria-keyshortcuts={keys} onClick={() => onChange(change)}>
          {words}
          <span aria-hidden className="ml-1 touch:hidden">
            <Kbd>{keys === "Shift+Enter" ? "⇧↵" : keys}</Kbd>
          </span>
        </Button>
      ))}
    </div>
  );
}

/** What a key on a tooth does: + joins, − splits, shift and enter change the role. Null for any other key. */
export function changeOfKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  items: readonly RxItemValues[],
  tooth: number,
  notation: ToothNotation,
  bridgesOf: readonly Material[],
): ChartChange | null {
  const wanted = key === "+" || key === "-" ? key : key === "Enter" && shiftKey ? "Shift+Enter" : null;
  if (!wanted) return null;
  const own = joinables(items, bridgesOf).find(({ teeth }) => teeth.includes(tooth));
  const fits = possible(items, tooth, notation, bridgesOf).find(
    (p) => p.keys === wanted && (p.icon !== "join" || p.key === own?.keys.join()),
  );
  return fits?.change ?? null;
}
