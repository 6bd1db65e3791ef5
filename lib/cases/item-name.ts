import type { ToothNotation } from "@/lib/access/actor";
import { teethLabel } from "./teeth";
import { ARCH_LABEL, type Arch, PROCEDURE_LABEL, type ProcedureType } from "./vocabulary";

export type NamedItem = { procedureType: ProcedureType; arch: Arch | null; teeth: readonly number[] };

/** An item as people call it: "Crown 14", "Bridge 24–26", "Night guard upper". Teeth are FDI, shown in `notation`. */
export function itemName(item: NamedItem, notation: ToothNotation): string {
  const name = PROCEDURE_LABEL[item.procedureType];
  if (item.teeth.length > 0) {
    const teeth = teethLabel(item.teeth, notation);
    return `${name} ${item.procedureType === "bridges" ? teeth.replace(", ", "–") : teeth}`;
  }
  return item.arch ? `${name} ${ARCH_LABEL[item.arch].toLowerCase()}` : name;
}

/** All items of a case in one line: "Crown 14 · Bridge 24–26". Single teeth of one kind are said together: "Veneer 12–22". */
export function itemsSummary(items: readonly NamedItem[], notation: ToothNotation): string {
  const together = new Map<string, NamedItem>();
  for (const [i, item] of items.entries()) {
    const single = item.teeth.length === 1 && item.procedureType !== "bridges";
    const key = single ? item.procedureType : String(i);
    const before = together.get(key);
    together.set(key, before ? { ...item, teeth: [...before.teeth, ...item.teeth] } : item);
  }
  return [...together.values()].map((item) => itemName(item, notation)).join(" · ");
}
