"use client";

import { CircleX, MapPinCheck, PackageCheck, RotateCcw, SkipForward } from "lucide-react";
import { useState } from "react";
import { arrive, leaveAgain, resumeStop, skipStop } from "@/lib/logistics/actions";
import type { DriverStop } from "@/lib/logistics/driver-queries";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DeliverForm } from "./deliver-form";
import { FailForm } from "./fail-form";
import { RoadNotice } from "./road-notice";
import { useRoadCommand } from "./use-road-command";

type StopActionsProps = { stop: DriverStop; reasons: { id: string; label: string }[]; onEnded: () => void };

/** What a driver does at a stop, under the thumb: arrive, hand over, or record why not. */
export function StopActions({ stop, reasons, onEnded }: StopActionsProps) {
  const [open, setOpen] = useState<"deliver" | "fail" | null>(null);
  const nothing = () => {};
  const here = useRoadCommand(arrive, nothing);
  const away = useRoadCommand(leaveAgain, nothing);
  const later = useRoadCommand(skipStop, onEnded);
  const back = useRoadCommand(resumeStop, nothing);
  const all = [here, away, later, back];
  const seen = { stopId: stop.id, version: stop.version };
  const shown = all.find((command) => command.waiting || command.refusal) ?? here;
  const ended = () => {
    setOpen(null);
    onEnded();
  };
  return (
    <div className="flex flex-col gap-2">
      <RoadNotice command={shown} />
      {stop.status === "arrived" ? (
        <>
          <Button
            variant="primary"
            size="lg"
            icon={<PackageCheck />}
            className="w-full"
            onClick={() => setOpen("deliver")}
          >
            Delivered
          </Button>
          <div className="flex gap-2">
            <Button size="lg" icon={<CircleX />} className="flex-1" onClick={() => setOpen("fail")}>
              Failed
            </Button>
            <Button
              size="lg"
              variant="ghost"
              icon={<RotateCcw />}
              className="flex-1"
              loading={away.pending}
              onClick={() => away.send(seen)}
            >
              Not here yet
            </Button>
          </div>
        </>
      ) : (
        <>
          <Button
            variant="primary"
            size="lg"
            icon={<MapPinCheck />}
            className="w-full"
            loading={here.pending}
            onClick={() => here.send(seen)}
          >
            Arrived
          </Button>
          <div className="flex gap-2">
            <Button size="lg" icon={<CircleX />} className="flex-1" onClick={() => setOpen("fail")}>
              Failed
            </Button>
            {stop.status === "skipped" ? (
              <Button
                size="lg"
                variant="ghost"
                icon={<RotateCcw />}
                className="flex-1"
                loading={back.pending}
                onClick={() => back.send(seen)}
              >
                Not later
              </Button>
            ) : (
              <Button
                size="lg"
                variant="secondary"
                icon={<SkipForward />}
                className="flex-1"
                loading={later.pending}
                onClick={() => later.send(seen)}
              >
                Later
              </Button>
            )}
          </div>
        </>
      )}
      <Dialog
        title={`Deliver to ${stop.practice}`}
        open={open === "deliver"}
        onOpenChange={(on) => setOpen(on ? "deliver" : null)}
      >
        <div data-density="touch">
          <DeliverForm stopId={stop.id} practice={stop.practice} onDone={ended} />
        </div>
      </Dialog>
      <Dialog
        title={`Not delivered to ${stop.practice}`}
        open={open === "fail"}
        onOpenChange={(on) => setOpen(on ? "fail" : null)}
      >
        <div data-density="touch">
          <FailForm stopId={stop.id} practice={stop.practice} reasons={reasons} onDone={ended} />
        </div>
      </Dialog>
    </div>
  );
}
