"use client";

import { CalendarX, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  askPickupAgain,
  askPickupFor,
  callOffPickup,
  changePickup,
  settleMissing,
} from "@/lib/logistics/pickups/actions";
import type { FetchableCase } from "@/lib/logistics/pickups/cases-to-fetch";
import type { ShipmentDetail } from "@/lib/logistics/shipment-queries";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import { PickupFields } from "./pickup-fields";

type DeskPickupProps = { practiceId: string; cases: readonly FetchableCase[]; firstDay: string };

/** The front desk makes a pick-up for a practice that telephoned. */
export function DeskPickup({ practiceId, cases, firstDay }: DeskPickupProps) {
  const router = useRouter();
  return (
    <PickupFields
      start={{
        wantedOn: firstDay,
        parcels: "1",
        caseIds: cases.filter((one) => one.isPhysical).map((one) => one.id),
        note: "",
      }}
      cases={cases}
      firstDay={firstDay}
      send={(values) => askPickupFor({ practiceId, ...values })}
      submit="Make the pick-up"
      onSent={({ id, number, merged }) => {
        toast.success(merged ? `Added to the open pick-up ${number}` : `Pick-up ${number} made`);
        router.push(`/shipments/${id}`);
      }}
    />
  );
}

type PickupButtonsProps = { pickup: ShipmentDetail; cases: readonly FetchableCase[]; firstDay: string };

/** Changes a pick-up or calls it off, until it is on the road; takes one up again that was called off; settles one that was counted short. */
export function PickupButtons({ pickup, cases, firstDay }: PickupButtonsProps) {
  const router = useRouter();
  const { id, version, status } = pickup;
  const again = useAction(askPickupAgain, { onSuccess: () => router.refresh() });
  const callOff = useAction(callOffPickup, {
    onSuccess: (left) => {
      toast.undo("Pick-up called off", () => again.run({ id, version: left.version }));
      router.refresh();
    },
  });
  const settle = useAction(settleMissing, { onSuccess: () => router.refresh() });
  if (status === "in_transit" && pickup.stop?.routeStatus === "completed")
    return (
      <>
        <Button loading={settle.pending} onClick={() => settle.run({ id, version, isHere: false })}>
          Not found
        </Button>
        <Button loading={settle.pending} onClick={() => settle.run({ id, version, isHere: true })}>
          All of it is here
        </Button>
      </>
    );
  if (status === "cancelled")
    return (
      <Button loading={again.pending} onClick={() => again.run({ id, version })}>
        Take up again
      </Button>
    );
  if (status !== "ready" && status !== "scheduled") return null;
  return (
    <>
      <Button icon={<CalendarX />} loading={callOff.pending} onClick={() => callOff.run({ id, version })}>
        Call off
      </Button>
      <ChangeDialog key={version} pickup={pickup} cases={cases} firstDay={firstDay} />
    </>
  );
}

function ChangeDialog({ pickup, cases, firstDay }: PickupButtonsProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { id, version, leaveBy, fetches } = pickup;
  const own = fetches.map((one) => ({ ...one, submittedAt: pickup.createdAt, isPhysical: true }));
  return (
    <Dialog
      title="Change the pick-up"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Pencil />}>Change</Button>}
    >
      <PickupFields
        start={{
          wantedOn: leaveBy,
          parcels: String(pickup.parcelsExpected ?? 1),
          caseIds: own.map((one) => one.id),
          note: pickup.note ?? "",
        }}
        cases={[...own, ...cases.filter((one) => !fetches.some((fetched) => fetched.id === one.id))]}
        firstDay={firstDay < leaveBy ? firstDay : leaveBy}
        send={(values) => changePickup({ id, version, ...values })}
        submit="Save"
        onSent={() => {
          setOpen(false);
          toast.success("Pick-up changed");
          router.refresh();
        }}
      />
    </Dialog>
  );
}
