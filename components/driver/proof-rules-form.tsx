"use client";

import { useRouter } from "next/navigation";
import { changeProofRules } from "@/lib/logistics/road/actions";
import type { ProofRules } from "@/lib/logistics/road/proof-rules";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Panel } from "../ui/card";
import { SegmentedControl } from "../ui/radio-group";
import { toast } from "../ui/toast";

const CHOICES = [
  { value: "off", label: "Off" },
  { value: "optional", label: "Optional" },
  { value: "required", label: "Required" },
];
const PARTS = [
  {
    title: "Handing over",
    hint: "What a practice gives when a delivery arrives.",
    rules: [
      ["deliveryName", "Name of the receiver"],
      ["deliverySignature", "Signature"],
      ["deliveryPhoto", "Photo"],
    ],
  },
  {
    title: "Collecting",
    hint: "What a practice gives when the driver fetches impressions and models.",
    rules: [
      ["pickupName", "Name of who gave it"],
      ["pickupSignature", "Signature"],
      ["pickupPhoto", "Photo"],
    ],
  },
] as const;

/** The lab's rules about proofs, changed together; phones that are out of reach follow when they are back. */
export function ProofRulesForm({ rules }: { rules: ProofRules }) {
  const router = useRouter();
  const form = useActionForm(changeProofRules, {
    schema: () => import("@/lib/logistics/road/schema").then((m) => m.proofRulesSchema),
    defaultValues: rules,
    onSuccess: () => {
      toast.success("Rules kept");
      router.refresh();
    },
  });
  return (
    <Form form={form} aria-label="Proofs at the door">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {PARTS.map((part) => (
          <Panel key={part.title} title={part.title}>
            <p className="mb-3 text-sm text-muted">{part.hint}</p>
            <div className="flex flex-col gap-4">
              {part.rules.map(([name, label]) => (
                <Field key={name} name={name} label={label}>
                  <SegmentedControl label={`${part.title}: ${label}`} choices={CHOICES} {...form.register(name)} />
                </Field>
              ))}
            </div>
          </Panel>
        ))}
      </div>
      <p className="text-sm text-muted">A driver who is out of reach follows new rules once their phone is back.</p>
      <div className="flex justify-end">
        <SubmitButton>Keep the rules</SubmitButton>
      </div>
    </Form>
  );
}
