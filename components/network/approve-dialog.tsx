"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { PRACTICE_RIGHTS, type PracticeRight } from "@/lib/access/people/rights";
import { approveApplication } from "@/lib/network/actions";
import type { InvoiceMode } from "@/lib/practices/vocabulary";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { RightFields } from "../practices/right-fields";
import { Button } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { SegmentedControl } from "../ui/radio-group";
import { toast } from "../ui/toast";
import { TermsFields } from "./terms-fields";

type Props = {
  id: string;
  name: string;
  practiceName: string;
  practices: { id: string; name: string; city: string | null }[];
  /** A practice of the lab that is probably the applicant's. */
  suggested: string | null;
  priceLists: { id: string; name: string }[];
  today: string;
  checked: boolean;
};

/** Takes an applicant on: their practice, the terms, what they may do, and with it the account and the letter. */
export function ApproveDialog(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`Approve ${props.name}`}
      description="Makes the practice, the dentist and the account, and sends the letter to begin."
      open={open}
      onOpenChange={setOpen}
      size="lg"
      trigger={
        <Button variant="primary" icon={<Check aria-hidden />}>
          Approve
        </Button>
      }
    >
      {props.checked ? (
        <ApproveForm {...props} done={() => setOpen(false)} />
      ) : (
        <Notice tone="warning" title="The licence has not been checked">
          Look it up in its register first, and note where, under “Licence”.
        </Notice>
      )}
    </Dialog>
  );
}

export type ApproveValues = {
  where: string;
  practiceId: string;
  priceListId: string;
  discountPercent: string;
  paymentTermsDays: string;
  transitDays: string;
  invoiceMode: InvoiceMode;
  startedOn: string;
  rights: PracticeRight[];
};

function ApproveForm({
  id,
  practiceName,
  practices,
  suggested,
  priceLists,
  today,
  done,
}: Props & { done: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(approveApplication, {
    defaultValues: {
      where: suggested ? "known" : "new",
      practiceId: suggested ?? "",
      priceListId: "",
      discountPercent: "",
      paymentTermsDays: "30",
      transitDays: "1",
      invoiceMode: "per_case",
      startedOn: today,
      rights: [...PRACTICE_RIGHTS],
    } as ApproveValues,
    toInput: ({ where, practiceId, ...values }) => ({
      ...values,
      practiceId: where === "known" ? practiceId : null,
      id,
      idempotencyKey,
    }),
    onSuccess: () => {
      toast.success("Approved. The letter is on its way.");
      done();
      router.refresh();
    },
  });
  const known = form.watch("where") === "known";
  return (
    <Form form={form}>
      <Field name="where" label="Practice">
        <SegmentedControl
          choices={[
            { value: "new", label: "Enter as new" },
            { value: "known", label: "Known to the lab" },
          ]}
          {...form.register("where")}
        />
      </Field>
      {known ? (
        <Field name="practiceId" label="Which practice" required>
          <Controller
            control={form.control}
            name="practiceId"
            render={({ field }) => (
              <Combobox
                options={practices.map((p) => ({ value: p.id, label: p.name, detail: p.city ?? undefined }))}
                placeholder="Choose a practice"
                value={field.value}
                onValueChange={field.onChange}
                onBlur={field.onBlur}
                ref={field.ref}
              />
            )}
          />
        </Field>
      ) : (
        <p className="text-sm text-muted">{practiceName}, with the address and hours of the application.</p>
      )}
      <TermsFields form={form} known={known} priceLists={priceLists} />
      <RightFields register={form.register("rights")} given={[...PRACTICE_RIGHTS]} offered={PRACTICE_RIGHTS} />
      <SubmitButton>Approve</SubmitButton>
    </Form>
  );
}
