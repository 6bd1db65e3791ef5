"use client";

import { Box, RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Progress } from "@/components/ui/progress";
import type { MeshLook } from "./scan-scene";
import type { Scan } from "./use-scans";

type ScanRowProps = { scan: Scan; onLook: (look: MeshLook) => void; onAgain: () => void };

/** One scan of the viewer: shown or not, in which colour, how opaque, and how far its loading is. */
export function ScanRow({ scan, onLook, onAgain }: ScanRowProps) {
  const { look, name } = scan;
  return (
    <li className="flex flex-col gap-1 py-2.5">
      <div className="flex items-start gap-2">
        <Checkbox
          className="min-w-0 flex-1"
          label={<span className="break-all">{name}</span>}
          checked={look.visible}
          onChange={(event) => onLook({ ...look, visible: event.target.checked })}
        />
        <input
          type="color"
          aria-label={`Colour of ${name}`}
          value={look.colour}
          onChange={(event) => onLook({ ...look, colour: event.target.value, natural: false })}
          className="h-control w-11 shrink-0 cursor-pointer rounded-md border bg-surface p-1"
        />
      </div>
      {scan.state === "loading" && <Progress value={scan.share} max={1} showValue label={`Loading ${name}`} />}
      {scan.state === "failed" && (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-sm text-danger-text">
          <span className="min-w-0 flex-1">{scan.problem}</span>
          <Button size="sm" icon={<RotateCw aria-hidden />} onClick={onAgain} aria-label={`Load ${name} again`}>
            Again
          </Button>
        </div>
      )}
      {scan.state === "ready" && (
        <>
          <label className="flex min-h-control items-center gap-3 text-xs text-muted">
            Opacity
            <input
              type="range"
              aria-label={`Opacity of ${name}`}
              min={0}
              max={100}
              step={5}
              value={Math.round(look.opacity * 100)}
              aria-valuetext={`${Math.round(look.opacity * 100)} %`}
              onChange={(event) => onLook({ ...look, opacity: Number(event.target.value) / 100 })}
              className="h-control min-w-0 flex-1 accent-accent"
            />
            <span className="w-10 text-right tabular-nums">{Math.round(look.opacity * 100)} %</span>
          </label>
          {scan.coloured && (
            <Checkbox
              label="Colours of the scan"
              checked={look.natural}
              onChange={(event) => onLook({ ...look, natural: event.target.checked })}
            />
          )}
          <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted tabular-nums">
            <Box aria-hidden className="size-3.5" />
            {scan.triangles.toLocaleString()} triangles
            {scan.size && ` · ${scan.size.map((side) => side.toFixed(1)).join(" × ")} mm`}
            {scan.dropped > 0 && (
              <span className="text-warning-text">· {scan.dropped.toLocaleString()} damaged left out</span>
            )}
          </p>
        </>
      )}
    </li>
  );
}
