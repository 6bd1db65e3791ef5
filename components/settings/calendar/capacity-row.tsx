"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { setCapacity } from "@/lib/labs/calendar/actions";
import type { DepartmentCapacity } from "@/lib/labs/calendar/queries";

type CapacityRowProps = {
  department: DepartmentCapacity;
  /** Units that wait there now, and that are on their way to it. */
  waiting: { here: number; coming: number };
};

/** What one department can do in a day, beside what it has before it. */
export function CapacityRow({ department, waiting }: CapacityRowProps) {
  const router = useRouter();
  const form = useActionForm(setCapacity, {
    defaultValues: { units: department.units === null ? "" : String(department.units) },
    toInput: (values) => ({ ...values, id: department.id }),
    onSuccess: () => {
      toast.success(`${department.name} saved`);
      router.refresh();
    },
  });
  return (
    <li className="px-4 py-2.5">
      <Form form={form} aria-label={department.name}>
        <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <div className="min-w-0 flex-1 basis-28">
            <p className="text-sm font-medium">{department.name}</p>
            <p className="text-xs text-muted tabular-nums">
              {waiting.here} {waiting.here === 1 ? "unit" : "units"} there, {waiting.coming} coming
            </p>
          </div>
          <Field name="units" label={`Units a day, ${department.name}`} hideLabel className="w-24">
            <Input inputMode="numeric" placeholder="No limit" {...form.register("units")} />
          </Field>
          <SubmitButton variant="secondary">Save</SubmitButton>
        </div>
      </Form>
    </li>
  );
}
