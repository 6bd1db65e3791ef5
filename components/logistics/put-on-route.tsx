"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { putOnNewRoute, putOnRoute, takeOffRoute } from "@/lib/logistics/actions";
import type { RouteChoice } from "@/lib/logistics/route-queries";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useAction } from "../forms/use-action";
import { useActionForm } from "../forms/use-action-form";
import { Dialog } from "../ui/dialog";
import { DateInput, Input } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";
import { useDayText } from "./day-text";

type PutOnRouteProps = {
  shipments: { id: string; number: string }[];
  routes: RouteChoice[];
  drivers: { id: string; name: string }[];
  today: string;
  trigger: ReactNode;
  onDone?: () => void;
};

/** Puts shipments on a planned route or on a new one of a day and driver; undone from the message. */
export function PutOnRoute({ shipments, trigger, onDone, ...choices }: PutOnRouteProps) {
  const [open, setOpen] = useState(false);
  const what = shipments.length === 1 ? (shipments[0]?.number ?? "") : `${shipments.length} shipments`;
  return (
    <Dialog title={`Put ${what} on a route`} open={open} onOpenChange={setOpen} trigger={trigger}>
      <RouteForm
        {...choices}
        shipmentIds={shipments.map((one) => one.id)}
        what={what}
        onDone={() => {
          setOpen(false);
          onDone?.();
        }}
      />
    </Dialog>
  );
}

type RouteFormProps = Omit<PutOnRouteProps, "shipments" | "trigger"> & { shipmentIds: string[]; what: string };

function RouteForm({ shipmentIds, what, routes, drivers, today, onDone }: RouteFormProps) {
  const router = useRouter();
  const dayText = useDayText();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const back = useAction(takeOffRoute, { onSuccess: () => router.refresh() });
  const form = useActionForm(
    async (input: { routeId: string; routeDate: string; driverId: string; name: string }) => {
      const { routeId, ...route } = input;
      return routeId === "new"
        ? putOnNewRoute({ shipmentIds, ...route, idempotencyKey })
        : putOnRoute({ shipmentIds, routeId });
    },
    {
      defaultValues: { routeId: routes[0]?.id ?? "new", routeDate: today, driverId: drivers[0]?.id ?? "", name: "" },
      onSuccess: () => {
        toast.undo(`${what} put on the route`, () => back.run({ shipmentIds }));
        onDone?.();
        router.refresh();
      },
    },
  );
  const isNew = form.watch("routeId") === "new";
  return (
    <Form form={form}>
      <Field name="routeId" label="Route" required>
        <Select
          options={[
            ...routes.map((route) => ({
              value: route.id,
              label: [
                dayText(route.routeDate),
                route.name,
                route.driver === route.name ? null : route.driver,
                stops(route.stops),
              ]
                .filter(Boolean)
                .join(" · "),
            })),
            { value: "new", label: "A new route" },
          ]}
          {...form.register("routeId")}
        />
      </Field>
      {isNew && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="routeDate" label="Day" required>
            <DateInput min={today} {...form.register("routeDate")} />
          </Field>
          <Field name="driverId" label="Driver">
            <Select
              placeholder="Not decided yet"
              options={drivers.map((driver) => ({ value: driver.id, label: driver.name }))}
              {...form.register("driverId")}
            />
          </Field>
          <Field name="name" label="Name" hint="Empty: the driver's name" className="sm:col-span-2">
            <Input autoComplete="off" {...form.register("name")} />
          </Field>
        </div>
      )}
      <SubmitButton>{isNew ? "Plan route and put on" : "Put on the route"}</SubmitButton>
    </Form>
  );
}

const stops = (n: number) => (n === 1 ? "1 stop" : `${n} stops`);
