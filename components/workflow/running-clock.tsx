"use client";

import { useEffect, useState } from "react";

/** Seconds as a clock: "4:07", "1:04:07". */
function clockText(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), Math.floor(seconds % 60)];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * Working time so far. Of `shares` clocks that run at once each goes at its share. While `running` it counts on from what the server said, by this device's own stopwatch, so a device with
 * a wrong time of day shows it right.
 */
export function RunningClock({ seconds, running, shares = 1 }: { seconds: number; running: boolean; shares?: number }) {
  const [shown, setShown] = useState(seconds);
  useEffect(() => {
    setShown(seconds);
    if (!running) return;
    const since = performance.now();
    const timer = setInterval(() => setShown(seconds + (performance.now() - since) / 1000 / shares), 1000);
    return () => clearInterval(timer);
  }, [seconds, running, shares]);
  return (
    <span role="timer" aria-label={`Working time ${clockText(seconds)}`} className="text-lg font-semibold tabular-nums">
      {clockText(shown)}
    </span>
  );
}
