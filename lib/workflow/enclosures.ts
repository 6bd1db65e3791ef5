import { ENCLOSED_LABEL, type Enclosed } from "@/lib/cases/particulars/words";

/** What comes with every case, by the kind of impression. */
const ENCLOSURES = {
  physical: ["Impression", "Opposing model or impression", "Bite registration"],
  digital_scan: ["Upper and lower scans", "Bite scan"],
} as const;

type Impression = keyof typeof ENCLOSURES;

/** What should arrive, as the front desk checks it off: what the impression needs and what the prescription says was sent along. */
export function expectedThings(impression: Impression, enclosures: readonly Enclosed[]): string[] {
  return [...new Set<string>([...ENCLOSURES[impression], ...enclosures.map((thing) => ENCLOSED_LABEL[thing])])];
}

/** Whether a thing is there already by what was uploaded: scans count once a scan file is attached. */
export function arrivedAlready(impression: Impression, files: readonly { kind: string }[]): string[] {
  const scans = files.filter(({ kind }) => kind === "scan").length;
  if (impression === "physical" || scans === 0) return [];
  return scans > 2 ? [...ENCLOSURES.digital_scan] : ["Upper and lower scans"];
}
