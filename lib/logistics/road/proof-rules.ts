import type { z } from "zod";
import { Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Signature } from "../signature";
import { faultsOfProof } from "./proof-faults";
import type { proofRulesSchema } from "./schema";

export type ProofRules = z.output<typeof proofRulesSchema>;
export type Purpose = "delivery" | "pickup";
export type GivenProof = { person: string | null; signature: Signature | null; photoIds: string[] };

/** What the acting lab wants as proof at the door. */
export async function proofRules(tx: Transaction): Promise<ProofRules> {
  return (await tx.row<ProofRules>(sql`
    SELECT delivery_name_rule AS "deliveryName", delivery_signature_rule AS "deliverySignature", delivery_photo_rule AS "deliveryPhoto",
      pickup_name_rule AS "pickupName", pickup_signature_rule AS "pickupSignature", pickup_photo_rule AS "pickupPhoto"
    FROM labs WHERE id = app_lab_id()`)) as ProofRules;
}

/** Keeps what the lab wants as proof from now on. */
export async function keepProofRules({ tx }: { tx: Transaction }, rules: ProofRules): Promise<ProofRules> {
  await tx.execute(sql`
    UPDATE labs SET delivery_name_rule = ${rules.deliveryName}, delivery_signature_rule = ${rules.deliverySignature},
      delivery_photo_rule = ${rules.deliveryPhoto}, pickup_name_rule = ${rules.pickupName},
      pickup_signature_rule = ${rules.pickupSignature}, pickup_photo_rule = ${rules.pickupPhoto} WHERE id = app_lab_id()`);
  return rules;
}

/**
 * Keeps who gave or took at a stop, under the lab's rules; a part that is switched off is not kept. Photos must have arrived before. Needs the rights
 * of the lab's people. Refuses with `proof_missing` at `person`, `signature` or `photoIds`.
 */
export async function keepProof(
  tx: Transaction,
  { stopId, purpose, at }: { stopId: string; purpose: Purpose; at: Date },
  given: GivenProof,
): Promise<void> {
  const rules = await proofRules(tx);
  const photos = await tx.rows<{ id: string }>(sql`
    SELECT id FROM stop_photos WHERE id = ANY(${given.photoIds}::uuid[]) AND stop_id = ${stopId} AND purpose = ${purpose}`);
  const faults = faultsOfProof(rules, purpose, { ...given, photos: photos.length });
  const [first] = Object.values(faults);
  if (first)
    throw new Refusal(
      "invalid",
      first,
      "proof_missing",
      Object.fromEntries(Object.entries(faults).map(([field, words]) => [field, [words]])),
    );
  const person = rules[`${purpose}Name`] === "off" ? null : given.person;
  const signature = rules[`${purpose}Signature`] === "off" ? null : given.signature;
  await tx.execute(sql`
    INSERT INTO stop_proofs (stop_id, purpose, person_name, signature, happened_at)
    VALUES (${stopId}, ${purpose}, ${person}, ${signature ? JSON.stringify(signature) : null}, ${at})`);
}
