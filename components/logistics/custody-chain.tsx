import {
  ArrowRightLeft,
  CalendarClock,
  Check,
  type LucideIcon,
  Package,
  PackageOpen,
  Truck,
  Undo2,
  X,
} from "lucide-react";
import type { CustodyKind, CustodyStep } from "@/lib/logistics/custody/chain";
import { Panel } from "../ui/card";
import { DateTime } from "../ui/time";
import { Timeline } from "../ui/timeline";
import type { Tone } from "../ui/tone";

const STEPS: Record<CustodyKind, [words: string, icon: LucideIcon, tone: Tone]> = {
  finished: ["Finished and checked", Check, "neutral"],
  packed: ["Packed", Package, "info"],
  loaded: ["On the van", Truck, "progress"],
  unloaded: ["Off the van", Truck, "neutral"],
  handed_over: ["Handed to the carrier", ArrowRightLeft, "progress"],
  delivered: ["Handed over", Check, "success"],
  collected: ["Fetched from the practice", PackageOpen, "progress"],
  returned: ["Back at the lab", Undo2, "warning"],
  unpacked: ["Unpacked", PackageOpen, "neutral"],
  failed: ["Could not be handed over", X, "danger"],
  rescheduled: ["To be brought again", CalendarClock, "warning"],
};
const BY_DRIVER: readonly CustodyKind[] = ["loaded", "unloaded", "delivered", "collected", "returned", "failed"];

/** The clocks of phone and lab differ by less than this when a report came at once. */
const LATE_MS = 2 * 60_000;

/**
 * Who had a case when, from the bench to a hand; nothing before it is finished. Where the chain carries no names it says whether it
 * was the lab or its driver.
 */
export function CustodyChain({ steps, names }: { steps: readonly CustodyStep[]; names: boolean }) {
  if (steps.length === 0) return null;
  return (
    <Panel title="Chain of custody">
      <Timeline
        label="Chain of custody"
        items={steps.map(({ id, kind, at, heardAt, who, what, note }) => {
          const [words, Icon, tone] = STEPS[kind];
          return {
            id: `${id}${kind}`,
            sentence: (
              <>
                {words}
                {what && <span className="text-muted tabular-nums"> · {what}</span>}
              </>
            ),
            who: names ? (who ?? undefined) : BY_DRIVER.includes(kind) ? "The driver" : "The lab",
            when: at.toISOString(),
            tone,
            icon: <Icon />,
            detail: (
              <span className="text-xs text-muted">
                <DateTime iso={at.toISOString()} />
                {heardAt.getTime() - at.getTime() > LATE_MS && (
                  <>
                    {", reported "}
                    <DateTime iso={heardAt.toISOString()} />
                  </>
                )}
                {note && ` · ${note}`}
              </span>
            ),
          };
        })}
      />
    </Panel>
  );
}
