"use client";

import { CircleCheck, LogOut, OctagonAlert, Printer, ScanBarcode } from "lucide-react";
import type { Reason } from "@/lib/workflow/reasons";
import { LinkButton } from "../ui/button";
import { OfflineIndicator } from "../ui/live-refresh";
import { Switch } from "../ui/switch";
import { ScanField } from "../workflow/scan-field";
import { StationCard } from "./station-card";
import { useSignals } from "./use-signals";
import { useStation } from "./use-station";

type ScanStationProps = { person: string; today: string; pauseReasons: readonly Reason[] };

/**
 * The bench for one gloved hand: scan, see what to do next in large letters, tap once or scan a command. The field takes what a
 * scanner types wherever the focus is.
 */
export function ScanStation({ person, today, pauseReasons }: ScanStationProps) {
  const { on, turn, signal } = useSignals();
  const station = useStation(signal);
  const { shown, said, waiting } = station;
  return (
    <main data-density="touch" className="mx-auto flex min-h-dvh max-w-5xl flex-col gap-4 p-4 sm:p-6">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="min-w-0 flex-1 truncate text-xl font-semibold">Scan station, {person}</h1>
        <OfflineIndicator />
        <Switch label="Sound and vibration" checked={on} onChange={(event) => turn(event.target.checked)} />
        <LinkButton href="/bench/commands" variant="ghost" size="lg" icon={<Printer aria-hidden />}>
          Command codes
        </LinkButton>
        <LinkButton href="/bench" size="lg" icon={<LogOut aria-hidden />}>
          Leave
        </LinkButton>
      </header>
      <ScanField
        label="Scan a ticket, a pan or a command"
        placeholder="Scan a ticket, a pan or a command"
        onCode={station.take}
        pending={waiting > 0}
        large
      />
      <div role="alert">
        {said?.tone === "danger" && (
          <p className="flex items-center gap-4 rounded-lg border-2 border-danger-line bg-danger-bg p-5 text-2xl font-semibold text-danger-text">
            <OctagonAlert aria-hidden className="size-10 shrink-0" />
            {said.words}
          </p>
        )}
      </div>
      <div role="status">
        {said?.tone === "success" && (
          <p className="flex items-center gap-4 rounded-lg border-2 border-success-line bg-success-bg p-5 text-2xl font-semibold text-success-text">
            <CircleCheck aria-hidden className="size-10 shrink-0" />
            {said.words}
          </p>
        )}
      </div>
      {shown ? (
        <StationCard key={shown.number} found={shown} station={station} today={today} pauseReasons={pauseReasons} />
      ) : (
        <div className="flex flex-1 flex-col items-center justify-center gap-4 text-center text-muted">
          <ScanBarcode aria-hidden strokeWidth={1.25} className="size-28" />
          <p className="text-2xl font-semibold text-fg">Scan a ticket or a pan</p>
          <p className="max-w-md text-lg">What to do next comes up. Tap it, or scan START, PAUSE or DONE.</p>
        </div>
      )}
    </main>
  );
}
