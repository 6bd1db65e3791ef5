import { RESTORATIONS } from "@/lib/cases/restorations";
import { adjacentRuns, areAdjacent, dentitionOf, inArchOrder, jawOf } from "@/lib/cases/teeth";
import type { Arch } from "@/lib/cases/vocabulary";
import { type Brush, newItem } from "./new-item";
import { newKey, type RxItemValues } from "./rx-values";

type Teeth = RxItemValues["teeth"];

/** The teeth of a bridge in arch order, the outer two abutments and those between pontics; a person changes that by hand. */
export function spanOf(teeth: readonly number[]): Teeth {
  const ordered = inArchOrder(teeth);
  return ordered.map((tooth, i) => ({ tooth, role: i === 0 || i === ordered.length - 1 ? "abutment" : "pontic" }));
}

const singles = (teeth: readonly number[]): Teeth => inArchOrder(teeth).map((tooth) => ({ tooth, role: "single" }));
const numbers = (item: RxItemValues) => item.teeth.map((t) => t.tooth);

/** The item that keeps a tooth from being picked with this brush: another crown or the like on it. */
export function rivalOn(items: readonly RxItemValues[], brush: Brush, tooth: number): RxItemValues | undefined {
  if (!RESTORATIONS[brush.procedureType].coversTooth) return undefined;
  return items.find(
    (item) =>
      item.procedureType !== brush.procedureType &&
      RESTORATIONS[item.procedureType].coversTooth &&
      numbers(item).includes(tooth),
  );
}

/**
 * The items after a tooth was picked, or let go of when it was picked with the same restoration before. A bridge grows with
 * the tooth beside it, joins with the bridge behind that tooth, and parts where one is taken out.
 */
export function pickTooth(items: readonly RxItemValues[], brush: Brush, tooth: number): RxItemValues[] {
  const { site } = RESTORATIONS[brush.procedureType];
  if (site === "arch" || rivalOn(items, brush, tooth)) return [...items];
  const holder = items.find((item) => item.procedureType === brush.procedureType && numbers(item).includes(tooth));
  if (holder) return letGo(items, holder, tooth);
  if (site === "tooth") return [...items, newItem(brush, { teeth: singles([tooth]) })];
  if (site === "teeth_of_arch") return addToArch(items, brush, tooth);
  const beside = items.filter(
    (item) => item.procedureType === brush.procedureType && numbers(item).some((other) => areAdjacent(other, tooth)),
  );
  const [first, ...joined] = beside;
  if (!first) return [...items, newItem(brush, { teeth: spanOf([tooth]) })];
  const teeth = spanOf([tooth, ...beside.flatMap(numbers)]);
  return items.filter((item) => !joined.includes(item)).map((item) => (item === first ? { ...item, teeth } : item));
}

function addToArch(items: readonly RxItemValues[], brush: Brush, tooth: number): RxItemValues[] {
  const here = `${dentitionOf(tooth)} ${jawOf(tooth)}`;
  const item = items.find(
    (i) =>
      i.procedureType === brush.procedureType &&
      i.teeth[0] &&
      `${dentitionOf(i.teeth[0].tooth)} ${jawOf(i.teeth[0].tooth)}` === here,
  );
  if (!item) return [...items, newItem(brush, { teeth: singles([tooth]), arch: jawOf(tooth) })];
  return items.map((i) => (i === item ? { ...i, teeth: singles([...numbers(i), tooth]) } : i));
}

function letGo(items: readonly RxItemValues[], holder: RxItemValues, tooth: number): RxItemValues[] {
  const left = numbers(holder).filter((other) => other !== tooth);
  const isSpan = RESTORATIONS[holder.procedureType].site === "span";
  const parts = isSpan ? adjacentRuns(left).map(spanOf) : left.length > 0 ? [singles(left)] : [];
  return items.flatMap((item) =>
    item === holder ? parts.map((teeth, i) => ({ ...item, key: i === 0 ? item.key : newKey(), teeth })) : [item],
  );
}

/** The items after an arch was chosen for an appliance, or let go of. */
export function pickArch(items: readonly RxItemValues[], brush: Brush, arch: Arch): RxItemValues[] {
  const mine = (item: RxItemValues) => item.procedureType === brush.procedureType;
  if (items.some((item) => mine(item) && item.arch === arch)) {
    return items.filter((item) => !(mine(item) && item.arch === arch));
  }
  const meets = (item: RxItemValues) => mine(item) && (arch === "both" || item.arch === "both");
  return [...items.filter((item) => !meets(item)), newItem(brush, { arch })];
}
