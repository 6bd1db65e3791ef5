"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const KEY = "casepan.bench.signals";
const TONES = { good: [880, 0.09], bad: [196, 0.4] } as const;
const BUZZ = { good: [40], bad: [120, 60, 120] };

/**
 * A beep and a buzz that say whether a scan was taken, on by choice of the device. The first touch or key lets the browser play it.
 */
export function useSignals() {
  const [on, setOn] = useState(false);
  const audio = useRef<AudioContext | null>(null);
  useEffect(() => setOn(window.localStorage.getItem(KEY) === "on"), []);
  useEffect(() => () => void audio.current?.close(), []);

  const turn = useCallback((next: boolean) => {
    window.localStorage.setItem(KEY, next ? "on" : "off");
    setOn(next);
  }, []);
  const signal = useCallback(
    (kind: keyof typeof TONES) => {
      if (!on) return;
      navigator.vibrate?.(BUZZ[kind]);
      audio.current ??= new AudioContext();
      const [pitch, length] = TONES[kind];
      const tone = audio.current.createOscillator();
      const volume = audio.current.createGain();
      tone.frequency.value = pitch;
      volume.gain.value = 0.2;
      tone.connect(volume).connect(audio.current.destination);
      tone.start();
      tone.stop(audio.current.currentTime + length);
    },
    [on],
  );
  return { on, turn, signal };
}
