"use client";

import { CircleCheck, OctagonX, Volume2, VolumeX } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/button";
import { cn } from "../ui/cn";
import { toneClass } from "../ui/tone";
import { ScanField } from "../workflow/scan-field";

export type Verdict = { right: boolean; words: string };
type ScanCheckProps = { label: string; check: (code: string) => Verdict };

const SOUND = "casepan:driver-sound";

/** What is scanned, without an address before it: labels carry the code itself or a link that ends with it. */
const codeIn = (scanned: string) => (scanned.trim().split("/").at(-1) ?? "").toUpperCase();

/** Scans parcel after parcel and says of each, loud and over the whole width, whether it belongs here. */
export function ScanCheck({ label, check }: ScanCheckProps) {
  const [last, setLast] = useState<(Verdict & { times: number }) | null>(null);
  const [sound, setSound] = useState(() => readSound());
  const take = (scanned: string) => {
    const verdict = check(codeIn(scanned));
    setLast({ ...verdict, times: (last?.times ?? 0) + 1 });
    if (!verdict.right) navigator.vibrate?.([300, 100, 300, 100, 300]);
    if (sound) beep(verdict.right);
  };
  const turn = () => {
    keepSound(!sound);
    setSound(!sound);
  };
  const Icon = last?.right ? CircleCheck : OctagonX;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <ScanField label={label} placeholder="Scan or type a parcel" onCode={take} large />
        <IconButton
          label={sound ? "Turn the sound off" : "Turn the sound on"}
          icon={sound ? <Volume2 /> : <VolumeX />}
          size="lg"
          className="size-16"
          onClick={turn}
        />
      </div>
      <div role={last && !last.right ? "alert" : "status"} className="min-h-14">
        {last && (
          <p
            key={last.times}
            className={cn(
              "flex min-h-14 items-center gap-3 rounded-lg px-4 py-2 text-base font-semibold",
              last.right
                ? cn("border", toneClass.success)
                : "-mx-4 rounded-none bg-danger-solid text-lg text-danger-solid-fg",
            )}
          >
            <Icon aria-hidden className="size-6 shrink-0" />
            {last.words}
          </p>
        )}
      </div>
    </div>
  );
}

function readSound(): boolean {
  try {
    return window.localStorage.getItem(SOUND) === "on";
  } catch {
    return false; // a private window keeps nothing
  }
}

function keepSound(on: boolean): void {
  try {
    window.localStorage.setItem(SOUND, on ? "on" : "off");
  } catch {
    // As above: it is on until the page is closed.
  }
}

function beep(right: boolean): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  tone.frequency.value = right ? 880 : 180;
  tone.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + (right ? 0.12 : 0.6));
  tone.onended = () => void audio.close();
}
