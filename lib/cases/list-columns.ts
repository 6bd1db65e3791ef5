import type { Audience } from "@/lib/access/roles";

/** The columns of the case list by their name in the address, with their heading. Both the screen and the export know these. */
export const LIST_COLUMNS = {
  number: "Case",
  patient: "Patient",
  name: "Patient's name",
  status: "Status",
  items: "Items",
  material: "Material",
  units: "Units",
  practice: "Practice",
  dentist: "Dentist",
  urgency: "Urgency",
  stage: "Stands at",
  people: "Assigned to",
  pan: "Pan",
  ship: "Ship by",
  due: "Due",
  created: "Submitted",
  received: "Received",
  delivered: "Delivered",
  remake: "Remake of",
} as const;
export type ListColumn = keyof typeof LIST_COLUMNS;

const all = Object.keys(LIST_COLUMNS) as ListColumn[];
const OF_THE_LAB: readonly ListColumn[] = ["practice", "people", "pan", "ship"];

/** The columns an audience may see. */
export const columnsOf = (audience: Audience): ListColumn[] =>
  audience === "lab" ? all : all.filter((column) => !OF_THE_LAB.includes(column));

/** The columns that show unless others are chosen. */
export const DEFAULT_COLUMNS: Record<"lab" | "portal", ListColumn[]> = {
  lab: ["number", "status", "patient", "items", "practice", "urgency", "ship", "due"],
  portal: ["patient", "number", "items", "stage", "status", "dentist", "due"],
};

/** The columns that `number,patient,…` of the address names, in that order; the audience's own choice when it names none. */
export function chosenColumns(text: string | null | undefined, audience: "lab" | "portal"): ListColumn[] {
  const known = columnsOf(audience);
  const chosen = (text ?? "").split(",").filter((name): name is ListColumn => known.includes(name as ListColumn));
  return chosen.length > 0 ? [...new Set(chosen)] : DEFAULT_COLUMNS[audience];
}
