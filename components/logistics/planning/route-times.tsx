"use client";

import { useRouter } from "next/navigation";
import { setRouteTimes } from "@/lib/logistics/planning/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Input } from "../../ui/input";
import { toast } from "../../ui/toast";

type RouteTimesProps = { routeId: string; departsAt: string; shiftEndsAt: string };

/** When a planned route leaves and its driver should be back. */
export function RouteTimes({ routeId, departsAt, shiftEndsAt }: RouteTimesProps) {
  const router = useRouter();
  const form = useActionForm(
    (times: { departsAt: string; shiftEndsAt: string }) => setRouteTimes({ routeId, ...times }),
    {
      defaultValues: { departsAt, shiftEndsAt },
      onSuccess: () => {
        toast.success("Times changed");
        router.refresh();
      },
    },
  );
  return (
    <Form form={form}>
      <div className="flex flex-wrap items-end gap-3">
        <Field name="departsAt" label="Leaves" className="w-32">
          <Input type="time" {...form.register("departsAt")} />
        </Field>
        <Field name="shiftEndsAt" label="Shift ends" className="w-32">
          <Input type="time" {...form.register("shiftEndsAt")} />
        </Field>
        <SubmitButton variant="secondary">Save times</SubmitButton>
      </div>
    </Form>
  );
}
