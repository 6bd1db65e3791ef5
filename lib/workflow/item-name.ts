import { ARCH_LABEL, type Arch, PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";

/** Where a tooth stands in its arch, counted from the patient's right: 18 → -8, 11 → -1, 21 → 1, 28 → 8. */
const placeInArch = (tooth: number) => ([1, 4, 5, 8].includes(Math.floor(tooth / 10)) ? -(tooth % 10) : tooth % 10);

/**
 * An item in words, teeth in FDI: "Crown 14", "Bridge 24–26" (its teeth stand side by side), "Night guard upper". The same
 * words name it on the bench, in the timeline and in refusals.
 */
export function itemName(item: { procedureType: ProcedureType; teeth: readonly number[]; arch: Arch | null }): string {
  const teeth = item.teeth.toSorted((a, b) => placeInArch(a) - placeInArch(b));
  const label = PROCEDURE_LABEL[item.procedureType];
  if (teeth.length > 0)
    return `${label} ${item.procedureType === "bridges" && teeth.length > 1 ? `${teeth[0]}–${teeth.at(-1)}` : teeth.join(", ")}`;
  return item.arch ? `${label} ${ARCH_LABEL[item.arch].toLowerCase()}` : label;
}
