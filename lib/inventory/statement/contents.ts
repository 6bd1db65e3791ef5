import type { Parties } from "@/lib/billing/parties";

/** A lot in a device, as the statement names it. Days are `YYYY-MM-DD`. */
export type StatedLot = { material: string; lot: string | null; supplier: string | null; expiresOn: string | null };

/**
 * Everything a statement of a custom-made device says, as it was when it was issued. Source: Regulation (EU) 2017/745, Annex XIII,
 * section 1, and section 4 for how long it is kept.
 */
export type StatementContents = {
  caseNumber: string;
  lab: Parties["lab"];
  practice: Parties["practice"];
  dentist: { name: string; licence: string };
  /** The code or acronym that the practice uses for the patient. */
  patient: string;
  prescribedOn: string;
  instructions: string | null;
  /** The finished items: what identifies each, what was prescribed, and its lots. Teeth are in the lab's notation. */
  items: {
    id: string;
    name: string;
    units: number;
    prescribed: string[];
    finishedOn: string | null;
    lots: StatedLot[];
  }[];
  /** The requirements of Annex I that are not fully met, and why; null when all are met. */
  exceptions: string | null;
  /** An implant, or what is made for one: its statement is kept 15 years instead of 10. */
  isImplantable: boolean;
  issuedBy: string;
};
