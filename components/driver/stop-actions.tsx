"use client";

import { CircleX, MapPinCheck, PackageCheck, PackagePlus, RotateCcw, SkipForward } from "lucide-react";
import { useState } from "react";
import { type Day, type DayRoute, type DayStop, toFetch, toHandOver } from "@/lib/logistics/road/day";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { CollectForm } from "./collect-form";
import { DeliverForm } from "./deliver-form";
import { FailForm } from "./fail-form";
import { ThumbBar } from "./thumb-bar";
import type { Act } from "./use-road-phone";

type StopActionsProps = { route: DayRoute; stop: DayStop; day: Day; act: Act; onEnded: () => void };

/** What a driver does at a stop, under the thumb: arrive, hand over, collect, or record why not. */
export function StopActions({ route, stop, day, act, onEnded }: StopActionsProps) {
  const [open, setOpen] = useState<"deliver" | "collect" | "fail" | null>(null);
  const at = { routeId: route.id, stopId: stop.id, version: stop.version };
  const bring = toHandOver(stop).length > 0;
  const fetch = toFetch(stop).length > 0;
  const move = (kind: "arrive" | "leave" | "skip" | "resume" | "visit") => () => void act({ kind, ...at });
  const put = (kind: "skip" | "visit") => () => {
    void act({ kind, ...at });
    onEnded();
  };
  const ended = () => {
    setOpen(null);
    onEnded();
  };
  const window = (which: "deliver" | "collect" | "fail") => ({
    open: open === which,
    onOpenChange: (on: boolean) => setOpen(on ? which : null),
  });
  const form = { at, stop, day, act, onDone: ended };
  return (
    <ThumbBar>
      {stop.status === "arrived" ? (
        <>
          {bring && (
            <Button
              variant="primary"
              size="lg"
              icon={<PackageCheck />}
              className="w-full"
              onClick={() => setOpen("deliver")}
            >
              Delivered
            </Button>
          )}
          {!bring && !fetch && (
            <Button variant="primary" size="lg" icon={<PackageCheck />} className="w-full" onClick={put("visit")}>
              Nothing to do here
            </Button>
          )}
          <Button
            variant={fetch && !bring ? "primary" : "secondary"}
            size="lg"
            icon={<PackagePlus />}
            className="w-full"
            onClick={() => setOpen("collect")}
          >
            {fetch ? "Collected" : "Collect a parcel nobody announced"}
          </Button>
          <div className="flex gap-2">
            <Button size="lg" icon={<CircleX />} className="flex-1" onClick={() => setOpen("fail")}>
              Failed
            </Button>
            <Button size="lg" variant="ghost" icon={<RotateCcw />} className="flex-1" onClick={move("leave")}>
              Not here yet
            </Button>
          </div>
        </>
      ) : (
        <>
          <Button variant="primary" size="lg" icon={<MapPinCheck />} className="w-full" onClick={move("arrive")}>
            Arrived
          </Button>
          <div className="flex gap-2">
            <Button size="lg" icon={<CircleX />} className="flex-1" onClick={() => setOpen("fail")}>
              Failed
            </Button>
            {stop.status === "skipped" ? (
              <Button size="lg" variant="ghost" icon={<RotateCcw />} className="flex-1" onClick={move("resume")}>
                Not later
              </Button>
            ) : (
              <Button size="lg" icon={<SkipForward />} className="flex-1" onClick={put("skip")}>
                Later
              </Button>
            )}
          </div>
        </>
      )}
      <Dialog title={`Deliver to ${stop.practice}`} {...window("deliver")}>
        <DeliverForm {...form} />
      </Dialog>
      <Dialog title={`Collect from ${stop.practice}`} {...window("collect")}>
        <CollectForm {...form} />
      </Dialog>
      <Dialog title={`Not done at ${stop.practice}`} {...window("fail")}>
        <FailForm {...form} />
      </Dialog>
    </ThumbBar>
  );
}
