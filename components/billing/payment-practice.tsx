"use client";

import { useRouter } from "next/navigation";
import type { PayingPractice } from "@/lib/billing/ledger/open-invoices";
import { Field } from "../forms/field";
import { Combobox } from "../ui/combobox";

/** Chooses whose payment it is; the address keeps it. */
export function PaymentPractice({ practices, chosen }: { practices: PayingPractice[]; chosen: string }) {
  const router = useRouter();
  const options = practices.map(({ id, name, code, open }) => ({
    value: id,
    label: name,
    detail: open === 0 ? code : `${code} · ${open === 1 ? "1 open invoice" : `${open} open invoices`}`,
    keywords: [code],
  }));
  return (
    <Field label="Practice" required className="max-w-md">
      <Combobox
        options={options}
        value={chosen}
        onValueChange={(id) => id && router.replace(`/invoices/payments/new?practice=${id}`)}
        placeholder="Choose who paid"
        searchPlaceholder="Name or code"
        emptyText="No practice by this name"
      />
    </Field>
  );
}
