import { needsShade, RESTORATIONS } from "./restorations";
import { adjacentRuns, dentitionOf, isTooth, jawOf } from "./teeth";
import { type Arch, MATERIAL_LABEL, type Material, PROCEDURE_LABEL, type ProcedureType, SHADES } from "./vocabulary";

export type ToothRole = "single" | "abutment" | "pontic";
export type ItemTooth = { tooth: number; role: ToothRole };

/** What is asked about an item; blanks are null. */
export type RxItem = {
  procedureType: ProcedureType;
  material: Material | null;
  shade: string | null;
  arch: Arch | null;
  teeth: readonly ItemTooth[];
  implantSystem: string | null;
  implantPlatform: string | null;
  implantRetention: "screw" | "cement" | null;
  notes: string | null;
};

/** A particular that is missing or cannot be, and the field where it is said. */
export type Problem = { field: keyof RxItem; message: string };

/**
 * What keeps an item from being made, per restoration. A complete one answers []. The same list is shown while the prescription
 * is written and decides at submission.
 */
export function itemProblems(item: RxItem): Problem[] {
  const asked = RESTORATIONS[item.procedureType];
  const problems: Problem[] = [];
  const say = (field: keyof RxItem, message: string) => problems.push({ field, message });

  const siteProblem = teethProblem(item) ?? archProblem(item);
  if (siteProblem) problems.push(siteProblem);

  if (!item.material && !asked.materialOptional) say("material", "Choose a material.");
  if (item.material && !asked.materials.includes(item.material)) {
    say(
      "material",
      `${MATERIAL_LABEL[item.material]} does not suit: ${PROCEDURE_LABEL[item.procedureType].toLowerCase()}.`,
    );
  }
  if (needsShade(item.procedureType, item.material)) {
    if (!item.shade) say("shade", "Choose a shade.");
    else if (!SHADES.includes(item.shade)) say("shade", "Choose a shade of the VITA guides.");
  } else if (item.shade && !SHADES.includes(item.shade)) say("shade", "Choose a shade of the VITA guides.");

  if (item.procedureType === "implants") {
    if (!item.implantSystem) say("implantSystem", "Say which implant system it is.");
    if (!item.implantPlatform) say("implantPlatform", "Say which platform it is.");
    if (!item.implantRetention) say("implantRetention", "Choose screw or cement.");
  } else if (item.implantSystem || item.implantPlatform || item.implantRetention) {
    say("implantSystem", "Only an implant crown has an implant.");
  }
  if (asked.notesRequired && !item.notes) say("notes", "Say what is to be done.");
  return problems;
}

function teethProblem({ procedureType, teeth }: RxItem): Problem | null {
  const wrong = (message: string): Problem => ({ field: "teeth", message });
  const { site } = RESTORATIONS[procedureType];
  const numbers = teeth.map((t) => t.tooth);
  if (!numbers.every(isTooth)) return wrong("There is no tooth with this number.");
  if (new Set(numbers).size < numbers.length) return wrong("A tooth can be picked once per item.");
  if (site === "arch") return numbers.length > 0 ? wrong("This goes over a whole arch, not on single teeth.") : null;
  if (numbers.length === 0) return wrong("Pick a tooth on the chart.");
  if (site !== "span" && teeth.some((t) => t.role !== "single"))
    return wrong("Only a bridge has abutments and pontics.");
  if (site === "tooth") return numbers.length > 1 ? wrong("This is made one per tooth.") : null;
  const jaws = new Set(numbers.map((tooth) => `${dentitionOf(tooth)} ${jawOf(tooth)}`));
  if (jaws.size > 1) return wrong("All its teeth must be in one arch, all permanent or all primary.");
  return site === "span" ? spanProblem(teeth) : null;
}

function spanProblem(teeth: readonly ItemTooth[]): Problem | null {
  const wrong = (message: string): Problem => ({ field: "teeth", message });
  if (teeth.length < 2) return wrong("A bridge needs at least two teeth: pick the one beside it.");
  if (adjacentRuns(teeth.map((t) => t.tooth)).length > 1) return wrong("A bridge cannot skip a tooth.");
  if (teeth.some((t) => t.role === "single")) return wrong("Each tooth of a bridge is an abutment or a pontic.");
  return teeth.some((t) => t.role === "abutment") ? null : wrong("A bridge needs at least one abutment.");
}

function archProblem({ procedureType, arch, teeth }: RxItem): Problem | null {
  const { site } = RESTORATIONS[procedureType];
  if (site === "arch" && !arch) return { field: "arch", message: "Choose the upper or the lower arch, or both." };
  if (arch && (site === "tooth" || site === "span"))
    return { field: "arch", message: "This is made for teeth, not an arch." };
  const jaw = teeth[0] && jawOf(teeth[0].tooth);
  if (site === "teeth_of_arch" && arch && jaw && arch !== jaw) {
    return { field: "arch", message: "Its teeth are in the other arch." };
  }
  return null;
}

/** Pairs of items that cannot both be: two crowns on one tooth, the same appliance twice on one arch. Answers the later one of each. */
export function clashes(items: readonly RxItem[]): { index: number; problem: Problem }[] {
  const found: { index: number; problem: Problem }[] = [];
  for (const [index, item] of items.entries()) {
    const earlier = items.slice(0, index);
    const covers = RESTORATIONS[item.procedureType].coversTooth;
    const rivals = earlier.filter(
      (other) =>
        other.procedureType === item.procedureType || (covers && RESTORATIONS[other.procedureType].coversTooth),
    );
    const taken = new Set(rivals.flatMap((other) => other.teeth.map((t) => t.tooth)));
    if (item.teeth.some((t) => taken.has(t.tooth))) {
      found.push({ index, problem: { field: "teeth", message: "This tooth is part of another item already." } });
    } else if (item.procedureType !== "repairs" && rivals.some((other) => archesMeet(item.arch, other.arch))) {
      found.push({ index, problem: { field: "arch", message: "There is one for this arch already." } });
    }
  }
  return found;
}

const archesMeet = (a: Arch | null, b: Arch | null) => Boolean(a && b && (a === b || a === "both" || b === "both"));

/** Units of an item: its teeth, or one per arch for what is made for an arch. */
export function unitsOf({ procedureType, teeth, arch }: Pick<RxItem, "procedureType" | "teeth" | "arch">): number {
  const { site } = RESTORATIONS[procedureType];
  if (site === "tooth" || site === "span") return teeth.length;
  return arch === "both" ? 2 : 1;
}

const ALLERGENS: Partial<Record<Material, RegExp>> = {
  nickel_chrome: /nickel|chrom/i,
  cobalt_chrome: /cobalt|chrom/i,
  full_cast_gold: /gold|palladium|copper/i,
  pfm: /nickel|chrom|cobalt|palladium/i,
  titanium: /titanium/i,
  acrylic: /acryl|methacrylate|mma/i,
  pmma: /acryl|methacrylate|mma/i,
};

/** Words of caution when the patient's allergies name what the material contains; it may still be ordered. Null without cause. */
export function allergyWarning(material: Material | null, allergies: string): string | null {
  const found = material && ALLERGENS[material]?.exec(allergies)?.[0];
  return found ? `The patient's allergies mention “${found}”: check this material.` : null;
}
