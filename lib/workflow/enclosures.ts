/** What should come with a case, by the kind of impression, as the front desk checks it off. */
export const ENCLOSURES = {
  physical: ["Impression", "Opposing model or impression", "Bite registration"],
  digital_scan: ["Upper and lower scans", "Bite scan"],
} as const;

/** Whether a thing is there already by what was uploaded: scans count once a scan file is attached. */
export function arrivedAlready(impression: keyof typeof ENCLOSURES, files: readonly { kind: string }[]): string[] {
  const scans = files.filter(({ kind }) => kind === "scan").length;
  if (impression === "physical" || scans === 0) return [];
  return scans > 2 ? [...ENCLOSURES.digital_scan] : ["Upper and lower scans"];
}
