import { DateTime } from "luxon";

/**
 * Statements of custom-made devices: ten years from the day the device was placed on the market, fifteen for implantables (Regulation (EU)
 * 2017/745, Annex XIII, section 4).
 */
const STATEMENT_YEARS = { device: 10, implantable: 15 };

/** Years that a statement is kept after delivery. */
export const statementYears = (isImplantable: boolean): number =>
  isImplantable ? STATEMENT_YEARS.implantable : STATEMENT_YEARS.device;

/** The last day a case's statement is kept. `deliveredOn` is a day in the lab's zone; null for what never left the lab. */
export function statementKeptUntil<Day extends string | null>(deliveredOn: Day, isImplantable: boolean): Day {
  if (!deliveredOn) return deliveredOn;
  const until = DateTime.fromISO(deliveredOn, { zone: "utc" }).plus({ years: statementYears(isImplantable) });
  return until.toISODate() as Day;
}
