"use client";

import { PackageCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import type { Enclosed } from "@/lib/cases/particulars/words";
import { receiveCase } from "@/lib/workflow/actions";
import { arrivedAlready, expectedThings } from "@/lib/workflow/enclosures";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Panel } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { toast } from "../ui/toast";
import { PanField } from "./pan-field";

type ReceiveFormProps = {
  caseId: string;
  version: number;
  impression: "digital_scan" | "physical";
  enclosures: readonly Enclosed[];
  files: readonly { kind: string }[];
};
type Values = { arrived: string[]; pan: string; createPan: boolean; remark: string };

/** Checks what arrived, puts the case into its pan and receives it; what is missing is said and does not stop it. */
export function ReceiveForm({ caseId, version, impression, enclosures, files }: ReceiveFormProps) {
  const router = useRouter();
  const expected = expectedThings(impression, enclosures);
  const missingOf = (arrived: readonly string[]) => expected.filter((thing) => !arrived.includes(thing));
  const form = useActionForm(receiveCase, {
    defaultValues: { arrived: arrivedAlready(impression, files), pan: "", createPan: false, remark: "" },
    toInput: ({ arrived, pan, createPan, remark }: Values) => ({
      caseId,
      version,
      missing: missingOf(arrived),
      ...(pan.trim() ? { pan: pan.trim(), createPan } : {}),
      remark: remark.trim() || undefined,
    }),
    onSuccess: ({ number, pan }) => {
      toast.success(pan ? `${number} received into pan ${pan}` : `${number} received`);
      router.refresh();
    },
  });
  const missing = missingOf(form.watch("arrived"));
  return (
    <Panel title="Receive">
      <Form form={form}>
        <fieldset>
          <legend className="mb-1 text-sm font-medium">What arrived</legend>
          <div className="flex flex-col">
            {expected.map((thing) => (
              <Checkbox key={thing} label={thing} value={thing} {...form.register("arrived")} />
            ))}
          </div>
        </fieldset>
        {missing.length > 0 && (
          <Notice tone="warning" title={`Not ticked: ${missing.join(", ")}`}>
            You can receive it all the same; the practice reads in the timeline what is missing.
          </Notice>
        )}
        <PanField />
        <Field name="remark" label="Remark" hint="The practice reads it in the timeline.">
          <Textarea rows={2} maxLength={500} {...form.register("remark")} />
        </Field>
        <SubmitButton size="lg" icon={<PackageCheck />} className="self-start max-sm:w-full">
          {missing.length > 0 ? `Receive with ${missing.length} missing` : "Receive"}
        </SubmitButton>
      </Form>
    </Panel>
  );
}
