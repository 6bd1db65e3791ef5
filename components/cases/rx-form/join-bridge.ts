import { adjacentRuns } from "@/lib/cases/teeth";
import type { Material } from "@/lib/cases/vocabulary";
import { spanOf } from "./pick-tooth";
import { newKey, type RxItemValues } from "./rx-values";

/** Crowns, or crowns and bridges, that stand side by side and are of one material: they could be one bridge. */
export type Joinable = { keys: string[]; teeth: number[] };

const numbers = (item: RxItemValues) => item.teeth.map((t) => t.tooth);
const canJoin = (item: RxItemValues, made: readonly Material[]) =>
  (item.procedureType === "crowns" || item.procedureType === "bridges") &&
  (item.material === "" ? made.length > 0 : made.includes(item.material));

/** What could be joined into bridges of the materials they are made of, from the right of the mouth to the left. */
export function joinables(items: readonly RxItemValues[], made: readonly Material[]): Joinable[] {
  const candidates = items.filter((item) => canJoin(item, made));
  const materials = new Set(candidates.map((item) => item.material));
  return [...materials].flatMap((material) => {
    const same = candidates.filter((item) => item.material === material);
    return adjacentRuns([...new Set(same.flatMap(numbers))]).flatMap((teeth) => {
      const members = same.filter((item) => numbers(item).some((tooth) => teeth.includes(tooth)));
      return members.length > 1 ? [{ keys: members.map((item) => item.key), teeth }] : [];
    });
  });
}

/** The items after some were joined: the first of them becomes the bridge and keeps its particulars. */
export function joinItems(items: readonly RxItemValues[], { keys, teeth }: Joinable): RxItemValues[] {
  const [first] = items.filter((item) => keys.includes(item.key));
  return items.flatMap((item) => {
    if (!keys.includes(item.key)) return [item];
    return item === first ? [{ ...item, procedureType: "bridges" as const, teeth: spanOf(teeth) }] : [];
  });
}

/** The items after a bridge came apart: a crown on each of its teeth, with the particulars the bridge had. */
export function splitItem(items: readonly RxItemValues[], key: string): RxItemValues[] {
  return items.flatMap((item) =>
    item.key !== key || item.procedureType !== "bridges"
      ? [item]
      : item.teeth.map(({ tooth }, i) => ({
          ...item,
          key: i === 0 ? item.key : newKey(),
          procedureType: "crowns" as const,
          ponticDesign: "" as const,
          teeth: [{ tooth, role: "single" as const }],
        })),
  );
}

/** The items after a tooth of a bridge changed from abutment to pontic, or back. */
export function changeRole(items: readonly RxItemValues[], key: string, tooth: number): RxItemValues[] {
  return items.map((item) =>
    item.key !== key || item.procedureType !== "bridges"
      ? item
      : {
          ...item,
          teeth: item.teeth.map((t) =>
            t.tooth === tooth ? { ...t, role: t.role === "pontic" ? ("abutment" as const) : ("pontic" as const) } : t,
          ),
        },
  );
}
