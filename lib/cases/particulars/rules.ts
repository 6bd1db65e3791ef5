import { RESTORATIONS } from "../restorations";
import type { Material, ProcedureType } from "../vocabulary";
import { DEMANDS, type Demand, PARTICULARS, type Particular } from "./words";

/** What is done about a particular of a restoration: of every material (`material` null), or of one material alone. */
export type ParticularRule = {
  procedureType: ProcedureType;
  material: Material | null;
  particular: Particular;
  demand: Demand;
};

/** The demand of one material stands before the general one; a particular without a rule is hidden. */
export function demandOf(
  rules: readonly ParticularRule[],
  item: { procedureType: ProcedureType; material: Material | null },
  particular: Particular,
): Demand {
  const of = (material: Material | null) =>
    rules.find(
      (rule) =>
        rule.procedureType === item.procedureType && rule.particular === particular && rule.material === material,
    )?.demand;
  const own = item.material && particular !== "material" ? of(item.material) : undefined;
  return own ?? of(null) ?? "hidden";
}

/** Particulars that make sense for a restoration: only a bridge has a pontic. */
export const particularsFor = (type: ProcedureType): Particular[] =>
  PARTICULARS.filter((particular) => particular !== "pontic_design" || RESTORATIONS[type].site === "span");

/** The demands a manager may choose from: material and note are never hidden, since a technician always needs the room for them. */
export const demandsFor = (particular: Particular): readonly Demand[] =>
  particular === "material" || particular === "notes" ? ["required", "asked"] : DEMANDS;
