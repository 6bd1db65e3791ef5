import type { ToothNotation } from "@/lib/access/actor";
import { localNow } from "./due-date";
import { itemsSummary } from "./item-name";
import type { ListColumn } from "./list-columns";
import { LIST_COLUMNS } from "./list-columns";
import type { CaseWork, ListedCase, ListedItem } from "./queries";
import { CASE_STATUS_LABEL, MATERIAL_LABEL, STAGE_LABEL, STAGES, URGENCY_LABEL } from "./vocabulary";

export type ExportedCase = ListedCase & Partial<CaseWork>;
type Manner = { notation: ToothNotation; zone: string };

const living = (items: readonly ListedItem[]) => items.filter((item) => item.status !== "cancelled");

/** The stages that a case's items stand at, in the lab's order; none when all of it is delivered. */
export const stagesOf = (items: readonly ListedItem[]): string[] =>
  STAGES.filter((stage) => living(items).some((item) => item.stage === stage && item.status !== "delivered")).map(
    (stage) => STAGE_LABEL[stage],
  );

/** The materials of a case's items, each once. */
export const materialsOf = (items: readonly ListedItem[]): string =>
  [...new Set(living(items).flatMap(({ material }) => (material ? [MATERIAL_LABEL[material]] : [])))].join(", ");

/** The units that are made of a case. */
export const unitsOf = (items: readonly ListedItem[]): number =>
  living(items).reduce((sum, { units }) => sum + units, 0);

const VALUE: Record<ListColumn, (row: ExportedCase, manner: Manner) => string> = {
  number: (row) => row.number,
  patient: (row) => row.patient,
  name: (row) => row.patientName ?? "",
  status: (row) => CASE_STATUS_LABEL[row.status],
  items: (row, { notation }) => itemsSummary(row.items, notation),
  material: (row) => materialsOf(row.items),
  units: (row) => String(unitsOf(row.items)),
  practice: (row) => row.practice,
  dentist: (row) => row.dentist,
  urgency: (row) => URGENCY_LABEL[row.urgency],
  stage: (row) => stagesOf(row.items).join(", "),
  people: (row) => row.people?.join(", ") ?? "",
  pan: (row) => row.pan ?? "",
  ship: (row) => row.shipBy,
  due: (row) => row.dueOn,
  created: (row, { zone }) => minute(row.createdAt, zone),
  received: (row, { zone }) => minute(row.receivedAt, zone),
  delivered: (row, { zone }) => minute(row.deliveredAt, zone),
  remake: (row) => row.remakeOf ?? "",
};

const WITH_TIME: readonly ListColumn[] = ["created", "received", "delivered"];

function minute(instant: Date | null, zone: string): string {
  if (!instant) return "";
  const { day, time } = localNow(instant, zone);
  return `${day} ${time}`;
}

/** The headings of an export; those of instants name the lab's zone. */
export const exportHeadings = (columns: readonly ListColumn[], zone: string): string[] =>
  columns.map((column) => (WITH_TIME.includes(column) ? `${LIST_COLUMNS[column]} (${zone})` : LIST_COLUMNS[column]));

/**
 * The values of a line, one for each column: days as `YYYY-MM-DD`, instants as `YYYY-MM-DD HH:MM` in the lab's zone, whole numbers in
 * figures, so that any spreadsheet reads them whatever its language.
 */
export const exportValues = (row: ExportedCase, columns: readonly ListColumn[], manner: Manner): string[] =>
  columns.map((column) => VALUE[column](row, manner));
