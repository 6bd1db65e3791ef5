import { demandOf, type ParticularRule } from "./particulars/rules";
import type {
  Contact,
  GingivalShade,
  Occlusion,
  Particular,
  PonticDesign,
  Retention,
  StumpShade,
} from "./particulars/words";
import { RESTORATIONS } from "./restorations";
import { adjacentRuns, dentitionOf, isTooth, jawOf } from "./teeth";
import { type Arch, MATERIAL_LABEL, type Material, PROCEDURE_LABEL, type ProcedureType, SHADES } from "./vocabulary";

export type ToothRole = "single" | "abutment" | "pontic";
export type ItemTooth = { tooth: number; role: ToothRole };

/** What is asked about an item; blanks are null. */
export type RxItem = {
  procedureType: ProcedureType;
  material: Material | null;
  /** The shade of the body; `shadeCervical` and `shadeIncisal` only where they differ. */
  shade: string | null;
  shadeCervical: string | null;
  shadeIncisal: string | null;
  stumpShade: StumpShade | null;
  gingivalShade: GingivalShade | null;
  arch: Arch | null;
  teeth: readonly ItemTooth[];
  implantSystem: string | null;
  implantPlatform: string | null;
  implantRetention: Retention | null;
  contact: Contact | null;
  occlusion: Occlusion | null;
  ponticDesign: PonticDesign | null;
  notes: string | null;
};

/** A particular that is missing or cannot be, and the field where it is said. */
export type Problem = { field: keyof RxItem; message: string };

/** The fields in which each particular is said, with the words for a blank one. A photo is a file, not a field. */
const SAID_IN: Record<Exclude<Particular, "shade_photo">, Partial<Record<keyof RxItem, string>>> = {
  material: { material: "Choose a material." },
  shade: { shade: "Choose a shade." },
  shade_zones: { shadeCervical: "Choose the cervical shade.", shadeIncisal: "Choose the incisal shade." },
  stump_shade: { stumpShade: "Choose the stump shade." },
  gingival_shade: { gingivalShade: "Choose the gingival shade." },
  implant_system: { implantSystem: "Say which implant system it is." },
  implant_platform: { implantPlatform: "Say which platform it is." },
  implant_retention: { implantRetention: "Choose screw or cement." },
  contact: { contact: "Choose how tight the contacts are." },
  occlusion: { occlusion: "Choose the occlusion." },
  pontic_design: { ponticDesign: "Choose the pontic design." },
  notes: { notes: "Say what is to be done." },
};
const SAID = Object.entries(SAID_IN) as [keyof typeof SAID_IN, Partial<Record<keyof RxItem, string>>][];
const SHADE_FIELDS = ["shade", "shadeCervical", "shadeIncisal"] as const;

/**
 * What keeps an item from being made, by the lab's rules for its restoration. A complete one answers []. The same list is shown
 * while the prescription is written and decides at submission.
 */
export function itemProblems(item: RxItem, rules: readonly ParticularRule[]): Problem[] {
  const problems: Problem[] = [];
  const siteProblem = teethProblem(item) ?? archProblem(item);
  if (siteProblem) problems.push(siteProblem);
  const suits = !item.material || RESTORATIONS[item.procedureType].materials.includes(item.material);
  for (const [particular, fields] of SAID) {
    const demand = demandOf(rules, item, particular);
    for (const [field, blank] of Object.entries(fields) as [keyof RxItem, string][]) {
      if (demand === "required" && !item[field]) problems.push({ field, message: blank });
      if (demand === "hidden" && item[field])
        problems.push({ field, message: "This is not asked here: leave it blank." });
    }
  }
  if (item.material && !suits) {
    const what = PROCEDURE_LABEL[item.procedureType].toLowerCase();
    problems.push({ field: "material", message: `${MATERIAL_LABEL[item.material]} does not suit: ${what}.` });
  }
  for (const field of SHADE_FIELDS) {
    const shade = item[field];
    if (shade && !SHADES.includes(shade)) problems.push({ field, message: "Choose a shade of the guides." });
  }
  return problems;
}

/** An item without what is not asked of it (any more): what is hidden is blank. Works for both `null` and `""` as the blank. */
export function withoutHidden<Item extends { procedureType: ProcedureType; material: string | null }>(
  item: Item,
  rules: readonly ParticularRule[],
  blank: null | "",
): Item {
  const of = { procedureType: item.procedureType, material: (item.material || null) as Material | null };
  const hidden = SAID.filter(([particular]) => demandOf(rules, of, particular) === "hidden");
  const blanks = hidden.flatMap(([, fields]) => Object.keys(fields).map((field) => [field, blank] as const));
  return { ...item, ...Object.fromEntries(blanks) };
}

/** The items a shade photo is required for, by their places in the list. One photo of the patient answers for all of them. */
const needPhoto = (items: readonly RxItem[], rules: readonly ParticularRule[]): number[] =>
  items.flatMap((item, index) => (demandOf(rules, item, "shade_photo") === "required" ? [index] : []));

/** Everything that keeps these items from being submitted with so many photos attached, by dotted path. */
export function prescriptionProblems(
  items: readonly RxItem[],
  { rules, photos }: { rules: readonly ParticularRule[]; photos: number },
): { path: string; message: string }[] {
  const at = (index: number, { field, message }: Problem) => ({ path: `items.${index}.${field}`, message });
  const found = items.flatMap((item, index) => itemProblems(item, rules).map((problem) => at(index, problem)));
  const pairs = clashes(items).map(({ index, problem }) => at(index, problem));
  const waiting = photos === 0 && needPhoto(items, rules).length > 0;
  return [...found, ...pairs, ...(waiting ? [{ path: "files", message: "Add a photo of the shade." }] : [])];
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
