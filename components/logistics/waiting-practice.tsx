"use client";

import { Boxes, PackagePlus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { URGENCY_LABEL } from "@/lib/cases/vocabulary";
import { makeShipment, unpackShipment } from "@/lib/logistics/actions";
import { METHOD_LABEL, type Method } from "@/lib/logistics/carriers/way";
import type { WaitingPractice as Waiting, WaitingItem } from "@/lib/logistics/waiting";
import { useAction } from "../forms/use-action";
import { Badge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Panel } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { toast } from "../ui/toast";
import { LeaveByMark } from "./parcels/leave-by-mark";

type WaitingPracticeProps = { practice: Waiting; today: string; notation: ToothNotation; editable: boolean };

/** What is finished for one practice; ticked items go into one shipment. Items of complete cases and try-ins are ticked at first. */
export function WaitingPractice({ practice, today, notation, editable }: WaitingPracticeProps) {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = (item: WaitingItem) => !item.held && (changed.get(item.id) ?? (item.tryIn || item.behind === 0));
  const chosen = practice.items.filter(isChosen);
  const { run, pending } = useMakeShipment();
  const toggle = (id: string, on: boolean) => setChanged(new Map(changed).set(id, on));
  return (
    <Panel
      title={practice.name}
      aside={[practice.city, practice.method !== "driver" && (practice.carrier ?? METHOD_LABEL[practice.method])]
        .filter(Boolean)
        .join(" · ")}
      flush
      actions={
        editable && (
          <>
            <LinkButton
              size="sm"
              icon={<Boxes />}
              href={`/shipments/pack/${practice.id}`}
              aria-label={`Pack parcels for ${practice.name}`}
            >
              Parcels
            </LinkButton>
            <Button
              variant="primary"
              size="sm"
              icon={<PackagePlus />}
              loading={pending}
              disabled={chosen.length === 0}
              aria-label={`Make a shipment of ${chosen.length} for ${practice.name}`}
              onClick={() => run(practice.id, chosen)}
            >
              Make shipment ({chosen.length})
            </Button>
          </>
        )
      }
    >
      <ul className="divide-y">
        {practice.items.map((item) => (
          <li key={item.id} className="flex items-center gap-x-3 px-4 max-sm:flex-wrap">
            <div className="min-w-0 flex-1 max-sm:basis-full">
              {editable ? (
                <Checkbox
                  checked={isChosen(item)}
                  disabled={item.held}
                  onChange={(event) => toggle(item.id, event.target.checked)}
                  label={<span className="font-medium">{itemName(item, notation)}</span>}
                  hint={[item.number, item.patient, item.shade].filter(Boolean).join(" · ")}
                />
              ) : (
                <p className="py-1.5 text-sm">
                  <span className="font-medium">{itemName(item, notation)}</span>
                  <span className="block text-xs text-muted">{[item.number, item.patient].join(" · ")}</span>
                </p>
              )}
            </div>
            <ItemSigns item={item} today={today} method={practice.method} />
            <Link
              href={`/cases/${item.caseId}`}
              className="shrink-0 text-sm text-accent-text underline-offset-2 hover:underline max-sm:hidden"
            >
              Open<span className="sr-only"> case {item.number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ItemSigns({ item, today, method }: { item: WaitingItem; today: string; method: Method }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs max-sm:pb-2.5 max-sm:pl-7 sm:justify-end sm:py-1.5">
      {item.tryIn && <Badge tone="info">Try-in</Badge>}
      {item.held && <Badge tone="warning">On hold</Badge>}
      {item.urgency !== "standard" && <Badge tone="danger">{URGENCY_LABEL[item.urgency]}</Badge>}
      {item.behind > 0 && <Badge tone="info">{item.behind} more in the making</Badge>}
      <LeaveByMark leaveBy={item.shipBy} today={today} method={method} />
    </span>
  );
}

/** Packs a shipment; the key stays until it worked, so that a repeated press never packs twice. */
function useMakeShipment() {
  const router = useRouter();
  const sending = useRef({ key: "", of: "" });
  const unpack = useAction(unpackShipment, {
    onSuccess: ({ number }) => {
      toast.info(`${number} unpacked`);
      router.refresh();
    },
  });
  const make = useAction(makeShipment, {
    onSuccess: ({ id, number, version }) => {
      sending.current = { key: "", of: "" };
      toast.undo(`${number} packed`, () => unpack.run({ id, version }));
      router.refresh();
    },
    onRefused: (refusal) => {
      sending.current = { key: "", of: "" };
      toast.error(
        refusal.formError ??
          Object.values(refusal.fieldErrors ?? {})
            .flat()
            .join(" "),
      );
      router.refresh();
    },
  });
  const run = (practiceId: string, items: WaitingItem[]) => {
    const itemIds = items.map((item) => item.id);
    const of = itemIds.join();
    if (sending.current.of !== of) sending.current = { key: crypto.randomUUID(), of };
    make.run({ practiceId, itemIds, idempotencyKey: sending.current.key });
  };
  return { run, pending: make.pending };
}
