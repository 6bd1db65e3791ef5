"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveCarrier, restoreCarrier } from "@/lib/logistics/carriers/actions";
import type { EditedCarrier } from "@/lib/logistics/carriers/carrier-queries";
import { useAction } from "../../forms/use-action";
import { Button, IconButton } from "../../ui/button";
import { toast } from "../../ui/toast";
import { CarrierForm } from "./carrier-form";

/** The parcel services that the lab works with. */
export function CarrierList({ carriers }: { carriers: readonly EditedCarrier[] }) {
  const router = useRouter();
  const restore = useAction(restoreCarrier, { onSuccess: () => router.refresh() });
  const archive = useAction(archiveCarrier, {
    onSuccess: ({ id, name }) => {
      toast.undo(`${name} is offered no more`, () => restore.run({ id }));
      router.refresh();
    },
  });
  return (
    <ul aria-label="Parcel services" className="divide-y rounded-lg border bg-surface">
      {carriers.map((carrier) => (
        <li key={carrier.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
          <span className="min-w-0 flex-1 max-sm:basis-full sm:basis-56">
            <span className="font-medium">{carrier.name}</span>
            <span className="block text-xs break-all text-muted">
              {[carrier.phone, carrier.trackingUrl ?? "No tracking address"].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className="text-xs text-muted max-sm:flex-1">
            {carrier.practices === 1 ? "1 practice" : `${carrier.practices} practices`}
          </span>
          <CarrierForm carrier={carrier} />
          <IconButton
            label={`Archive ${carrier.name}`}
            icon={<Archive />}
            size="sm"
            onClick={() => archive.run({ id: carrier.id })}
          />
        </li>
      ))}
    </ul>
  );
}

/** The parcel services that are offered no more, each with the way back. */
export function ArchivedCarriers({ carriers }: { carriers: readonly EditedCarrier[] }) {
  const router = useRouter();
  const restore = useAction(restoreCarrier, { onSuccess: () => router.refresh() });
  if (carriers.length === 0) return null;
  return (
    <section aria-labelledby="archived" className="mt-6">
      <h2 id="archived" className="mb-2 text-base font-semibold">
        Offered no more
      </h2>
      <ul className="divide-y rounded-lg border bg-surface">
        {carriers.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 px-4 py-2 text-muted">
            <span className="min-w-0 flex-1 basis-40">{name}</span>
            <Button
              size="sm"
              icon={<ArchiveRestore aria-hidden />}
              aria-label={`Offer ${name} again`}
              loading={restore.pending}
              onClick={() => restore.run({ id })}
            >
              Offer again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
