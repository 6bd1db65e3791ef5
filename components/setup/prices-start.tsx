"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { startPrices } from "@/lib/labs/first-run/actions";

/** Makes the first price list: Casepan's prices times a percentage, or an empty one to fill by hand or from a file. */
export function PricesStart({ currency }: { currency: string }) {
  const router = useRouter();
  const form = useActionForm(startPrices, {
    defaultValues: { from: "defaults" as "defaults" | "empty", factor: "100", taxName: "VAT", taxPercent: "0" },
    onSuccess: () => {
      toast.success("The price list is made");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="from" label="Begin with">
          <Select
            options={[
              { value: "defaults", label: "Casepan's prices, to be changed" },
              { value: "empty", label: "An empty list: by hand, or from a CSV file" },
            ]}
            {...form.register("from")}
          />
        </Field>
        <Field
          name="factor"
          label="Times (%)"
          hint={`100: a zirconia crown costs 89.00 ${currency}`}
          disabled={form.watch("from") === "empty"}
        >
          <Input inputMode="decimal" {...form.register("factor")} />
        </Field>
        <Field name="taxName" label="Tax on your work" hint="As invoices name it">
          <Input {...form.register("taxName")} />
        </Field>
        <Field name="taxPercent" label="Tax rate (%)" hint="0 where dental work bears none">
          <Input inputMode="decimal" {...form.register("taxPercent")} />
        </Field>
      </div>
      <SubmitButton className="self-start">Make the price list</SubmitButton>
    </Form>
  );
}
