"use client";

import { useRouter } from "next/navigation";
import { PURPOSE_LABEL, type SetAccount } from "@/lib/billing/journal/account-words";
import { setAccounts } from "@/lib/billing/journal/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Panel } from "../../ui/card";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast";

/** Sets the account of each purpose of the journal. */
export function AccountsPanel({ accounts }: { accounts: SetAccount[] }) {
  const router = useRouter();
  const form = useActionForm(setAccounts, {
    defaultValues: { accounts },
    onSuccess: () => {
      toast.success("Accounts saved");
      router.refresh();
    },
  });
  return (
    <Panel title="Accounts" aside="As your bookkeeping names them" className="mb-4">
      <Form form={form}>
        {accounts.map(({ purpose, taxPercent }, i) => {
          const label = taxPercent ? `${PURPOSE_LABEL[purpose]} at ${Number(taxPercent)} %` : PURPOSE_LABEL[purpose];
          return (
            <div
              key={`${purpose} ${taxPercent}`}
              className="grid grid-cols-[7rem_1fr] items-start gap-x-3 gap-y-1 sm:grid-cols-[16rem_7rem_1fr]"
            >
              <p aria-hidden className="col-span-2 text-sm sm:col-span-1 sm:leading-9">
                {label}
              </p>
              <Field name={`accounts.${i}.code`} label={`Code: ${label}`} hideLabel>
                <Input {...form.register(`accounts.${i}.code`)} autoComplete="off" />
              </Field>
              <Field name={`accounts.${i}.name`} label={`Name: ${label}`} hideLabel>
                <Input {...form.register(`accounts.${i}.name`)} autoComplete="off" />
              </Field>
            </div>
          );
        })}
        <SubmitButton className="self-end">Save accounts</SubmitButton>
      </Form>
    </Panel>
  );
}
