"use client";

import { Check, Play } from "lucide-react";
import { useState } from "react";
import { shipLateness } from "@/lib/cases/lateness";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { Reason } from "@/lib/workflow/reasons";
import type { StationCase, StationWork } from "@/lib/workflow/station";
import { LatenessMark, UrgencyMark } from "../cases/case-badges";
import { Button, LinkButton } from "../ui/button";
import { DateTime } from "../ui/time";
import { RunningClock } from "../workflow/running-clock";
import type { ChosenLot } from "./chosen-lots";
import { choicesOf, MaterialLines } from "./material-lines";
import { StationPause } from "./station-pause";
import type { useStation } from "./use-station";

type StationCardProps = {
  found: StationCase;
  station: ReturnType<typeof useStation>;
  today: string;
  pauseReasons: readonly Reason[];
};
const BIG = "h-24 w-full text-2xl! [&_svg]:size-8";
const VERB = { start: "Start", resume: "Resume", complete: "Done" } as const;
const HREF = { case: "/bench", receiving: "/receiving", load: "/bench/batches" } as const;

/** The scanned case: what it is, and one large button for what comes next. */
export function StationCard({ found, station, today, pauseReasons }: StationCardProps) {
  const { work } = station;
  const lateness = shipLateness({ status: "received", dueOn: found.shipBy, shipBy: found.shipBy }, today);
  const others = found.work.filter(({ key }) => key !== work?.key);
  return (
    <section
      aria-label={`Case ${found.number}`}
      className="flex flex-col gap-5 rounded-xl border bg-surface p-5 sm:p-6"
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 className="text-3xl font-bold tabular-nums">{found.number}</h2>
        {found.pan && <p className="text-2xl font-semibold">Pan {found.pan}</p>}
        {found.urgency !== "standard" && <UrgencyMark urgency={found.urgency} />}
        <p className="ml-auto text-lg">
          Ships <DateTime iso={found.shipBy} format="day" /> {lateness && <LatenessMark lateness={lateness} />}
        </p>
      </div>
      {work ? (
        <CurrentWork key={work.key} found={found} work={work} station={station} pauseReasons={pauseReasons} />
      ) : (
        <p className="text-2xl">Nothing is left to do on this case.</p>
      )}
      {found.instructions && (
        <p className="rounded-lg bg-sunken p-4 text-lg whitespace-pre-line">{found.instructions}</p>
      )}
      {others.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3 className="text-base font-semibold">Also in this case</h3>
          {others.map(({ key, items, stage }) => (
            <Button
              key={key}
              className="h-auto min-h-16 justify-start text-left text-lg! whitespace-normal"
              onClick={() => station.choose(key)}
            >
              {items}, {STAGE_LABEL[stage].toLowerCase()}
            </Button>
          ))}
        </div>
      )}
      <LinkButton href={`/bench/${found.id}`} variant="ghost" className="h-16 self-start px-5 text-lg!">
        Rx, scan and everything else
      </LinkButton>
    </section>
  );
}

type CurrentWorkProps = Omit<StationCardProps, "today"> & { work: StationWork };

function CurrentWork({ found, work, station, pauseReasons }: CurrentWorkProps) {
  const { next, takeOver } = work;
  const busy = station.waiting > 0;
  const [inHand, setInHand] = useState<readonly ChosenLot[]>([]);
  const verb = next.move ? VERB[next.move] : "";
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-lg font-medium text-muted">
          {STAGE_LABEL[work.stage]}
          {work.person && `, ${work.person}`}
        </p>
        <p className="text-3xl font-semibold text-balance">{work.items}</p>
        <p className="text-xl text-muted">
          {found.patient}
          {work.detail && ` · ${work.detail}`}
        </p>
        {(work.running || work.seconds > 0) && (
          <RunningClock seconds={work.seconds} running={work.running} shares={work.shares} />
        )}
      </div>
      {next.move === "complete" && <MaterialLines lines={work.materials} chosen={inHand} onChange={setInHand} />}
      {next.move ? (
        <Button
          variant="primary"
          loading={busy}
          icon={next.move === "complete" ? <Check aria-hidden /> : <Play aria-hidden />}
          className={BIG}
          onClick={() =>
            station.queue(() =>
              station.make(next.move, work, { takeOver, materials: choicesOf(work.materials, inHand) }),
            )
          }
        >
          {takeOver ? `Take over and ${verb.toLowerCase()}` : verb}
        </Button>
      ) : (
        <>
          <p className="text-2xl font-semibold">{next.words}</p>
          {next.href && (
            <LinkButton href={`${HREF[next.href.to]}/${next.href.id}`} variant="primary" className={BIG}>
              {next.href.label}
            </LinkButton>
          )}
        </>
      )}
      {work.running && !takeOver && (
        <StationPause
          reasons={pauseReasons}
          busy={busy}
          pause={(reasonId) => station.queue(() => station.make("pause", work, { reasonId }))}
        />
      )}
    </div>
  );
}
