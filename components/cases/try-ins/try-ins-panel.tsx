import Link from "next/link";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import type { TryIn } from "@/lib/cases/try-ins";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import { TryInSteps } from "./try-in-steps";

/** The items of a case that went out to be tried in, the newest first. Nothing when none did. */
export function TryInsPanel({ tryIns, actor }: { tryIns: readonly TryIn[]; actor: Actor }) {
  if (tryIns.length === 0) return null;
  return (
    <Panel title="Try-ins">
      <ul className="flex flex-col divide-y">
        {tryIns.map((tryIn) => (
          <li key={tryIn.id} className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
              {itemName(tryIn, actor.toothNotation)}
              <Where tryIn={tryIn} />
            </p>
            <p className="text-xs text-muted">
              Sent out from {STAGE_LABEL[tryIn.stage].toLowerCase()},{" "}
              <DateTime iso={new Date(tryIn.sentAt).toISOString()} format="date" />
              {tryIn.shipment && actor.audience === "lab" && (
                <>
                  {" "}
                  in{" "}
                  <Link href={`/shipments/${tryIn.shipment.id}`} className="underline">
                    {tryIn.shipment.number}
                  </Link>
                </>
              )}
            </p>
            {tryIn.words && <p className="text-sm break-words whitespace-pre-wrap">{tryIn.words}</p>}
            {tryIn.endedAt && tryIn.continuedAt && (
              <p className="text-sm break-words whitespace-pre-wrap">
                <span className="text-xs text-muted">
                  Back, went on with {STAGE_LABEL[tryIn.continuedAt].toLowerCase()}
                  {tryIn.findings && ": "}
                </span>
                {tryIn.findings}
              </p>
            )}
            {!tryIn.endedAt && actor.audience === "lab" && <Steps tryIn={tryIn} actor={actor} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Steps({ tryIn, actor }: { tryIn: TryIn; actor: Actor }) {
  const packed = tryIn.shipment !== null && !tryIn.arrivedAt;
  return (
    <TryInSteps
      tryInId={tryIn.id}
      name={itemName(tryIn, actor.toothNotation)}
      left={tryIn.stage}
      route={tryIn.route}
      may={{
        hand: !packed && !tryIn.arrivedAt && may(actor, "shipments.manage"),
        back: !packed && may(actor, "cases.receive"),
      }}
    />
  );
}

function Where({ tryIn }: { tryIn: TryIn }) {
  if (tryIn.endedAt) return <StatusBadge tone="neutral">{tryIn.continuedAt ? "Back" : "Ended"}</StatusBadge>;
  if (tryIn.arrivedAt) return <StatusBadge tone="info">At the practice</StatusBadge>;
  if (tryIn.shipment?.isOnItsWay) return <StatusBadge tone="info">On its way</StatusBadge>;
  return <StatusBadge tone="warning">{tryIn.shipment ? "Packed" : "Waits to be shipped"}</StatusBadge>;
}
