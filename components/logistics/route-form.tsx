"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { changeRoute, planRoute } from "@/lib/logistics/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

type RouteDialogProps = {
  drivers: { id: string; name: string }[];
  day: string;
  /** The route to change; none to plan a new one. */
  route?: { id: string; name: string; driverId: string | null };
  trigger: ReactNode;
};

/** Plans a route, or changes the day, driver or name of one. */
export function RouteDialog({ trigger, ...rest }: RouteDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={rest.route ? "Change the route" : "Plan a route"}
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      size="sm"
    >
      <RouteForm {...rest} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RouteForm({ drivers, day, route, onDone }: Omit<RouteDialogProps, "trigger"> & { onDone: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(
    (input: { routeDate: string; driverId: string; name: string }) =>
      route ? changeRoute({ ...input, id: route.id }) : planRoute({ ...input, idempotencyKey }),
    {
      defaultValues: {
        routeDate: day,
        driverId: route ? (route.driverId ?? "") : (drivers[0]?.id ?? ""),
        name: route?.name ?? "",
      },
      onSuccess: ({ id }) => {
        toast.success(route ? "Route changed" : "Route planned");
        onDone();
        if (route) router.refresh();
        else router.push(`/routes/${id}`);
      },
    },
  );
  return (
    <Form form={form}>
      <Field name="routeDate" label="Day" required>
        <DateInput {...form.register("routeDate")} />
      </Field>
      <Field name="driverId" label="Driver">
        <Select
          placeholder="Not decided yet"
          options={drivers.map((driver) => ({ value: driver.id, label: driver.name }))}
          {...form.register("driverId")}
        />
      </Field>
      <Field name="name" label="Name" hint={route ? undefined : "Empty: the driver's name"}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <SubmitButton>{route ? "Save" : "Plan route"}</SubmitButton>
    </Form>
  );
}
