"use client";

import type { KeptPhoto } from "@/lib/logistics/road/phone/keeping";
import type { ProofFaults } from "@/lib/logistics/road/proof-faults";
import type { ProofRules, Purpose } from "@/lib/logistics/road/proof-rules";
import { inkOf, type Signature } from "@/lib/logistics/signature";
import { Field } from "../forms/field";
import { Input } from "../ui/input";
import { PhotoField } from "./photo-field";
import { SignatureField } from "./signature-field";

export type ProofDraft = { person: string; signature: Signature | null; photos: KeptPhoto[] };
export const NO_PROOF: ProofDraft = { person: "", signature: null, photos: [] };

type ProofFieldsProps = {
  stopId: string;
  purpose: Purpose;
  rules: ProofRules;
  draft: ProofDraft;
  faults: ProofFaults;
  onChange: (change: (before: ProofDraft) => ProofDraft) => void;
};

/** A signature that was really drawn; a slip of the finger counts as none. */
export const drawn = (signature: Signature | null) => (signature && inkOf(signature) >= 40 ? signature : null);

/** The proofs that the lab wants of a purpose: name, signature, photos. What it switched off is not asked. */
export function ProofFields({ stopId, purpose, rules, draft, faults, onChange }: ProofFieldsProps) {
  const brings = purpose === "delivery";
  const [name, signature, photo] = [rules[`${purpose}Name`], rules[`${purpose}Signature`], rules[`${purpose}Photo`]];
  return (
    <>
      {name !== "off" && (
        <Field label={brings ? "Received by" : "Given by"} required={name === "required"} error={faults.person}>
          <Input
            autoComplete="off"
            autoCapitalize="words"
            maxLength={120}
            value={draft.person}
            onChange={(event) => {
              const person = event.target.value;
              onChange((before) => ({ ...before, person }));
            }}
          />
        </Field>
      )}
      {signature !== "off" && (
        <SignatureField
          initial={draft.signature}
          required={signature === "required"}
          error={faults.signature}
          onChange={(given) => onChange((before) => ({ ...before, signature: given }))}
        />
      )}
      {photo !== "off" && (
        <PhotoField
          stopId={stopId}
          purpose={purpose}
          photos={draft.photos}
          required={photo === "required"}
          error={faults.photoIds}
          onChange={(photos) => onChange((before) => ({ ...before, photos }))}
        />
      )}
    </>
  );
}
