"use client";

import { CalendarClock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { reschedule } from "@/lib/logistics/dispatch/actions";
import type { FailedShipment } from "@/lib/logistics/dispatch/failed-queries";
import type { RetryWay } from "@/lib/logistics/dispatch/schema";
import type { RouteChoice } from "@/lib/logistics/route-queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { useDayText } from "../day-text";

/** What can be chosen from: routes for who may plan them, and the lab's carriers. `today` is the lab's day. */
export type RescheduleChoices = {
  routes: RouteChoice[];
  carriers: { id: string; name: string }[];
  today: string;
  mayPlan: boolean;
};

type RescheduleProps = RescheduleChoices & {
  shipment: Pick<FailedShipment, "id" | "number" | "type" | "attempt" | "onVan">;
};

/** Asks how a delivery that failed goes on. */
export function RescheduleDialog(props: RescheduleProps) {
  const [open, setOpen] = useState(false);
  const { number, onVan } = props.shipment;
  return (
    <Dialog
      title={`Try ${number} again`}
      description={onVan ? "It is still on the van. It has to be back at the lab before it goes out again." : undefined}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<CalendarClock />} aria-label={`Try ${number} again`}>
          Try again
        </Button>
      }
    >
      <RescheduleForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type Values = { way: RetryWay; routeId: string; date: string; carrierId: string };

function RescheduleForm({
  shipment,
  routes,
  carriers,
  today,
  mayPlan,
  onDone,
}: RescheduleProps & { onDone: () => void }) {
  const router = useRouter();
  const dayText = useDayText();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { id: shipmentId, number, type, attempt } = shipment;
  const routed = mayPlan && routes.length > 0;
  const form = useActionForm(
    ({ way, routeId, date, carrierId }: Values) => {
      const same = { shipmentId, idempotencyKey };
      if (way === "route") return reschedule({ ...same, way, routeId });
      if (way === "day") return reschedule({ ...same, way, date });
      return way === "carrier" ? reschedule({ ...same, way, carrierId }) : reschedule({ ...same, way });
    },
    {
      defaultValues: {
        way: routed ? "route" : "day",
        routeId: routes[0]?.id ?? "",
        date: "",
        carrierId: carriers[0]?.id ?? "",
      },
      onSuccess: ({ date }) => {
        toast.success(`${number} goes on`, date ? `The practice is told: ${dayText(date)}.` : "The practice is told.");
        onDone();
        router.refresh();
      },
    },
  );
  const way = form.watch("way");
  const ways = [
    ...(routed ? [{ value: "route", label: "On a planned route" }] : []),
    { value: "day", label: "On a day, route planned later" },
    ...(type === "delivery" && carriers.length > 0 ? [{ value: "carrier", label: "With a carrier" }] : []),
    ...(type === "delivery" ? [{ value: "collected", label: "The practice collects it" }] : []),
  ];
  return (
    <Form form={form}>
      <p className="text-sm text-muted">
        {attempt === 1 ? "The first attempt failed." : `${attempt} attempts failed.`}
      </p>
      <Field name="way" label="How it goes on" required>
        <Select options={ways} {...form.register("way")} />
      </Field>
      {way === "route" && (
        <Field name="routeId" label="Route" required>
          <Select
            options={routes.map((route) => ({
              value: route.id,
              label: [dayText(route.routeDate), route.name, route.driver === route.name ? null : route.driver]
                .filter(Boolean)
                .join(" · "),
            }))}
            {...form.register("routeId")}
          />
        </Field>
      )}
      {way === "day" && (
        <Field name="date" label="Day" hint="Empty: it waits for the next route that goes there">
          <DateInput min={today} {...form.register("date")} />
        </Field>
      )}
      {way === "carrier" && (
        <Field name="carrierId" label="Carrier" required>
          <Select
            options={carriers.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.register("carrierId")}
          />
        </Field>
      )}
      <SubmitButton>Decide and tell the practice</SubmitButton>
    </Form>
  );
}
