"use client";

import { CalendarX, Pencil } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { askOwnPickupAgain, askPickup, callOffOwnPickup, changeOwnPickup } from "@/lib/logistics/pickups/actions";
import type { FetchableCase } from "@/lib/logistics/pickups/cases-to-fetch";
import type { OwnPickup } from "@/lib/logistics/pickups/pickup-queries";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Dialog } from "../../ui/dialog";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";
import { PickupFields } from "./pickup-fields";
import { PickupStatusBadge } from "./pickup-status-badge";

type AskPickupProps = { cases: readonly FetchableCase[]; firstDay: string; chosen: string[] };

/** A practice asks for a pick-up. */
export function AskPickup({ cases, firstDay, chosen }: AskPickupProps) {
  const router = useRouter();
  const physical = cases.filter((one) => one.isPhysical).map((one) => one.id);
  const caseIds = chosen.length > 0 ? chosen : physical;
  return (
    <PickupFields
      // Once sent the form starts anew with what is left.
      key={cases.map((one) => one.id).join()}
      start={{ wantedOn: firstDay, parcels: "1", caseIds, note: "" }}
      cases={cases}
      firstDay={firstDay}
      send={askPickup}
      submit="Ask for the pick-up"
      onSent={(asked) => {
        toast.success(asked.merged ? `Added to your pick-up ${asked.number}` : "Pick-up asked for");
        router.replace("/portal/pickups");
        router.refresh();
      }}
    />
  );
}

type OwnPickupsProps = {
  pickups: readonly OwnPickup[];
  cases: readonly FetchableCase[];
  firstDay: string;
  editable: boolean;
};

/** A practice's pick-ups, each with when it is expected; those not on the road can be changed and called off. */
export function OwnPickups({ pickups, cases, firstDay, editable }: OwnPickupsProps) {
  return (
    <ul aria-label="Pick-ups" className="flex flex-col gap-3">
      {pickups.map((pickup) => (
        <li key={pickup.id}>
          <Card className="flex flex-col gap-2 p-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">
                <DateTime iso={pickup.wantedOn} format="day" />
              </span>
              <PickupStatusBadge status={pickup.status} />
            </div>
            <p className="text-sm">
              {pickup.parcels === 1 ? "1 parcel" : `${pickup.parcels} parcels`}
              {pickup.expectedAt && (
                <>
                  , expected <DateTime iso={new Date(pickup.expectedAt).toISOString()} format="time" />
                </>
              )}
              <span className="text-muted"> · {pickup.number}</span>
            </p>
            {pickup.cases.length > 0 && (
              <ul aria-label="Cases" className="flex flex-wrap gap-x-3 text-sm tabular-nums">
                {pickup.cases.map((one) => (
                  <li key={one.id}>
                    <Link
                      href={`/portal/cases/${one.id}`}
                      className="inline-block py-1 text-accent-text hover:underline"
                    >
                      {one.number}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {pickup.note && <p className="text-sm wrap-anywhere whitespace-pre-line text-muted">{pickup.note}</p>}
            {editable && (pickup.status === "ready" || pickup.status === "scheduled") && (
              <div className="flex flex-wrap gap-2">
                <Change pickup={pickup} cases={cases} firstDay={firstDay} />
                <CallOff pickup={pickup} />
              </div>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Change({ pickup, cases, firstDay }: Omit<OwnPickupsProps, "pickups" | "editable"> & { pickup: OwnPickup }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const own = pickup.cases.map((one) => ({ ...one, submittedAt: pickup.createdAt, isPhysical: true }));
  return (
    <Dialog
      title="Change the pick-up"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<Pencil />} aria-label={`Change pick-up ${pickup.number}`}>
          Change
        </Button>
      }
    >
      <PickupFields
        start={{
          wantedOn: pickup.wantedOn,
          parcels: String(pickup.parcels),
          caseIds: own.map((one) => one.id),
          note: pickup.note ?? "",
        }}
        cases={[...own, ...cases]}
        firstDay={firstDay < pickup.wantedOn ? firstDay : pickup.wantedOn}
        send={(values) => changeOwnPickup({ id: pickup.id, version: pickup.version, ...values })}
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

function CallOff({ pickup }: { pickup: OwnPickup }) {
  const router = useRouter();
  const again = useAction(askOwnPickupAgain, { onSuccess: () => router.refresh() });
  const { run, pending } = useAction(callOffOwnPickup, {
    onSuccess: ({ id, version }) => {
      toast.undo("Pick-up called off", () => again.run({ id, version }));
      router.refresh();
    },
  });
  return (
    <Button
      variant="ghost"
      icon={<CalendarX />}
      loading={pending}
      aria-label={`Call off pick-up ${pickup.number}`}
      onClick={() => run({ id: pickup.id, version: pickup.version })}
    >
      Call off
    </Button>
  );
}
