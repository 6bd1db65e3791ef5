import type { ItemDays } from "./due-date";
import { RESTORATIONS } from "./restorations";
import type { Material, ProcedureType } from "./vocabulary";

/** A way of making something: its days, and the department its first stage waits in. */
export type Template = ItemDays & {
  id: string;
  procedureType: ProcedureType;
  /** Null for the general one of its procedure type. */
  material: Material | null;
  receivingDepartmentId: string | null;
};

/** The template of an item: the one of its material stands before the general one of its procedure type. */
export function templateFor<T extends Pick<Template, "procedureType" | "material">>(
  templates: readonly T[],
  item: { procedureType: ProcedureType; material: Material | null },
): T | undefined {
  const ofType = templates.filter((t) => t.procedureType === item.procedureType);
  return (
    ofType.find((t) => t.material !== null && t.material === item.material) ?? ofType.find((t) => t.material === null)
  );
}

/** Materials that the lab makes this of: all plausible ones, or those with a template when there is no general one. */
export function materialsMade(
  templates: readonly Pick<Template, "procedureType" | "material">[],
  procedureType: ProcedureType,
): Material[] {
  return RESTORATIONS[procedureType].materials.filter((material) =>
    templateFor(templates, { procedureType, material }),
  );
}
