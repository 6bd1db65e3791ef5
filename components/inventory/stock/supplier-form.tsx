"use client";

import { useRouter } from "next/navigation";
import { saveSupplier } from "@/lib/inventory/suppliers/actions";
import type { Supplier } from "@/lib/inventory/suppliers/queries";
import { RATED_BY, RATED_BY_LABEL } from "@/lib/inventory/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Input, Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

const MARKS = ["1 – poor", "2", "3 – fair", "4", "5 – very good"].map((label, i) => ({ value: String(i + 1), label }));

/** Particulars and ratings of a new or known supplier. */
export function SupplierForm({ supplier }: { supplier?: Supplier }) {
  const router = useRouter();
  const rated = (by: (typeof RATED_BY)[number]) => String(supplier?.ratings[by] ?? "");
  const form = useActionForm(saveSupplier, {
    defaultValues: {
      name: supplier?.name ?? "",
      contactName: supplier?.contactName ?? "",
      email: supplier?.email ?? "",
      phone: supplier?.phone ?? "",
      website: supplier?.website ?? "",
      address: supplier?.address ?? "",
      leadTimeDays: String(supplier?.leadTimeDays ?? ""),
      notes: supplier?.notes ?? "",
      ratings: {
        quality: rated("quality"),
        delivery: rated("delivery"),
        price: rated("price"),
        service: rated("service"),
      },
    },
    toInput: (values) => ({ ...values, supplierId: supplier?.id ?? null, version: supplier?.version ?? null }),
    onSuccess: ({ supplierId }) => {
      toast.success(supplier ? "Supplier saved" : "Supplier added");
      router.push(`/inventory/suppliers/${supplierId}`);
      router.refresh();
    },
  });
  return (
    <Form form={form} className="max-w-3xl">
      <Panel title="Supplier">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="name" label="Name" required>
            <Input autoComplete="off" maxLength={120} {...form.register("name")} />
          </Field>
          <Field name="leadTimeDays" label="Takes, in days" hint="From the order to the delivery">
            <Input inputMode="numeric" autoComplete="off" {...form.register("leadTimeDays")} />
          </Field>
          <Field name="contactName" label="Contact">
            <Input autoComplete="off" maxLength={120} {...form.register("contactName")} />
          </Field>
          <Field name="email" label="E-mail" hint="Where orders go">
            <Input type="email" autoComplete="off" {...form.register("email")} />
          </Field>
          <Field name="phone" label="Phone">
            <Input type="tel" autoComplete="off" maxLength={40} {...form.register("phone")} />
          </Field>
          <Field name="website" label="Website">
            <Input type="url" autoComplete="off" {...form.register("website")} />
          </Field>
          <Field name="address" label="Address" className="sm:col-span-2">
            <Textarea rows={2} maxLength={300} {...form.register("address")} />
          </Field>
          <Field name="notes" label="Notes" className="sm:col-span-2">
            <Textarea rows={2} maxLength={1000} {...form.register("notes")} />
          </Field>
        </div>
      </Panel>
      <Panel title="Rating">
        <p className="mb-3 text-sm text-muted">The supplier's rating is the mean of what is rated here.</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {RATED_BY.map((by) => (
            <Field key={by} name={`ratings.${by}`} label={RATED_BY_LABEL[by]}>
              <Select options={MARKS} placeholder="Not rated" {...form.register(`ratings.${by}`)} />
            </Field>
          ))}
        </div>
      </Panel>
      <div className="flex justify-end gap-2">
        <LinkButton href={supplier ? `/inventory/suppliers/${supplier.id}` : "/inventory/suppliers"}>Cancel</LinkButton>
        <SubmitButton>{supplier ? "Save supplier" : "Add supplier"}</SubmitButton>
      </div>
    </Form>
  );
}
