import type { ToothNotation } from "@/lib/access/actor";
import { teethLabel } from "@/lib/cases/teeth";
import { ARCH_LABEL, type Arch, PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";
import type { RxItemValues } from "./rx-values";

const COLORS = 6;

/** The colour of the item at an index, as a CSS value. */
export const itemColor = (index: number) => `var(--chart-${(index % COLORS) + 1})`;

/** A short word for a tooth of the chart. */
export const PROCEDURE_CODE: Record<ProcedureType, string> = {
  crowns: "Cr",
  bridges: "Br",
  implants: "Im",
  veneers: "Ve",
  inlays_onlays: "In",
  posts_cores: "Po",
  provisionals: "Pr",
  dentures: "FD",
  partial_dentures: "PD",
  night_guards: "NG",
  retainers: "Re",
  orthodontics: "Or",
  sleep_appliances: "SA",
  surgical_guides: "SG",
  models: "Mo",
  repairs: "Rp",
};

/** "Bridge 24–26", "Night guard, upper". */
export function itemWords(item: RxItemValues, notation: ToothNotation): string {
  const words = PROCEDURE_LABEL[item.procedureType];
  const teeth = teethLabel(
    item.teeth.map((t) => t.tooth),
    notation,
  );
  if (teeth) return `${words} ${teeth}`;
  return item.arch ? `${words}, ${ARCH_LABEL[item.arch as Arch].toLowerCase()}` : words;
}
