import type { Signature } from "../signature";
import type { ProofRules, Purpose } from "./proof-rules";

export type ProofFaults = { person?: string; signature?: string; photoIds?: string };

/** What of a proof is missing by the lab's rules, in words for the driver, by field; nothing when it is complete. */
export function faultsOfProof(
  rules: ProofRules,
  purpose: Purpose,
  given: { person: string | null; signature: Signature | null; photos: number },
): ProofFaults {
  const faults: ProofFaults = {};
  const takes = purpose === "delivery";
  const name = given.person?.trim() ?? "";
  if (rules[`${purpose}Name`] === "required" && name.length < 2)
    faults.person = takes ? "Write the name of who received it." : "Write the name of who gave it to you.";
  if (rules[`${purpose}Signature`] === "required" && !given.signature)
    faults.signature = takes ? "Ask the receiver to sign." : "Ask them to sign.";
  if (rules[`${purpose}Photo`] === "required" && given.photos === 0) faults.photoIds = "Take a photo.";
  return faults;
}
