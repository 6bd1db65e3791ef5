"use client";

import { Camera, Crosshair, Maximize2, Minimize2, RotateCcw, Ruler, Scissors } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/states";
import { KEYS_HELP, pressKey } from "./scan-keys";
import { ScanRow } from "./scan-row";
import type { Section } from "./scan-section";
import { SectionControl } from "./section-control";
import { type ScanFile, useScans } from "./use-scans";
import { useWholeScreen } from "./use-whole-screen";
import { VIEW_NAMES, VIEWS } from "./views";

export type ScanViewerProps = {
  /** All scans that may be shown together. */
  files: readonly ScanFile[];
  /** Those shown at first. */
  first: readonly string[];
  /** The one chosen just now: shown when it was not. */
  current: string;
  /** Keeps a picture of what is seen; without it none is offered. */
  onPicture?: (picture: Blob) => Promise<void>;
};

const STILL_PIXELS = 6;

/** Scans in three dimensions: together or one by one, turned, cut and measured, by mouse, touch or keyboard. */
export function ScanViewer({ files, first, current, onPicture }: ScanViewerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const { scans, stage, noWebgl, yUp, setLook, turn, again } = useScans(files, first, canvas);
  const [section, setSection] = useState<Section | null>(null);
  const [measuring, setMeasuring] = useState(false);
  const [marked, setMarked] = useState<{ points: number; distance: number | null; missed: boolean } | null>(null);
  const [isWhole, toggleWhole] = useWholeScreen(whole);
  const [saving, setSaving] = useState(false);
  const pressed = useRef<{ x: number; y: number } | null>(null);

  const chosen = useRef("");
  useEffect(() => {
    const scan = scans.find(({ id }) => id === current);
    if (!scan || chosen.current === current) return;
    chosen.current = current;
    if (!scan.look.visible) setLook(current, { ...scan.look, visible: true });
  }, [current, scans, setLook]);

  useEffect(() => stage?.section.set(section), [stage, section]);

  if (noWebgl) {
    return (
      <EmptyState
        title="This browser cannot show scans"
        hint="It has no WebGL, or its graphics gave up. Download the file and open it in another program, or try another browser."
      />
    );
  }

  const reach = (axis: Section["axis"]): [number, number] => {
    const box = stage?.scene.box();
    return box && !box.isEmpty() ? [box.min.getComponent(axis), box.max.getComponent(axis)] : [0, 1];
  };
  const mark = (x: number, y: number) => {
    if (!stage) return;
    const points = stage.measure.pick(x, y);
    setMarked({ points: points ?? marked?.points ?? 0, distance: stage.measure.distance, missed: points === null });
  };
  const measure = (on: boolean) => {
    stage?.measure.clear();
    setMeasuring(on);
    setMarked(null);
  };
  const released = (event: PointerEvent<HTMLDivElement>) => {
    const from = pressed.current;
    pressed.current = null;
    if (!measuring || !from || Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL_PIXELS) return;
    const place = event.currentTarget.getBoundingClientRect();
    mark(((event.clientX - place.left) / place.width) * 2 - 1, 1 - ((event.clientY - place.top) / place.height) * 2);
  };
  const keyed = (event: KeyboardEvent) => {
    if (!stage || event.ctrlKey || event.metaKey || event.altKey) return;
    if (measuring && event.key === "Enter") mark(0, 0);
    else if (!pressKey(stage.scene, event)) return;
    event.preventDefault();
  };
  const keepPicture = async () => {
    const picture = await stage?.scene.picture();
    if (!picture || !onPicture) return;
    setSaving(true);
    await onPicture(picture).finally(() => setSaving(false));
  };
  const seen = scans.filter(({ look, state }) => look.visible && state === "ready");
  const loading = scans.some(({ state, look }) => state === "loading" || (state === "waiting" && look.visible));

  return (
    <div
      ref={whole}
      className={cn(
        "grid gap-3 lg:grid-cols-[minmax(0,1fr)_19rem]",
        isWhole && "fixed inset-0 z-50 content-start overflow-y-auto bg-canvas p-3 lg:content-stretch",
      )}
    >
      <div className="flex min-w-0 flex-col gap-2">
        <div
          className={cn(
            "relative min-h-72 overflow-hidden rounded-lg border bg-sunken",
            isWhole ? "h-[58dvh] lg:h-auto lg:flex-1" : "h-[min(50dvh,40rem)] sm:h-[min(62dvh,40rem)]",
          )}
        >
          <div
            role="application"
            aria-roledescription="3D view"
            aria-label={seen.length > 0 ? `3D view of ${seen.map(({ name }) => name).join(", ")}` : "3D view, empty"}
            aria-describedby={helpId}
            aria-busy={loading}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is turned, moved and measured by keyboard
            tabIndex={0}
            onKeyDown={keyed}
            onPointerDown={(event) => {
              pressed.current = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
            }}
            onPointerUp={released}
            className={cn("absolute inset-0 touch-none -outline-offset-2", measuring && "cursor-crosshair")}
          >
            <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
            {measuring && (
              <Crosshair aria-hidden className="pointer-events-none absolute inset-0 m-auto size-7 text-danger-text" />
            )}
          </div>
          <div className="absolute top-2 right-2 flex gap-2">
            <IconButton
              variant="secondary"
              label="Show all of it"
              icon={<RotateCcw />}
              onClick={() => stage?.scene.reset()}
            />
            {onPicture && (
              <IconButton
                variant="secondary"
                label="Keep a picture with the case"
                icon={<Camera />}
                disabled={saving}
                onClick={() => void keepPicture()}
              />
            )}
            <IconButton
              variant="secondary"
              label={isWhole ? "Leave full screen" : "Full screen"}
              icon={isWhole ? <Minimize2 /> : <Maximize2 />}
              onClick={toggleWhole}
            />
          </div>
        </div>
        <p id={helpId} className="sr-only">
          {KEYS_HELP}
        </p>
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">Look from</legend>
          {VIEW_NAMES.map((name) => (
            <Button key={name} size="sm" onClick={() => stage?.scene.view(name)}>
              {VIEWS[name].label}
            </Button>
          ))}
          <Button
            size="sm"
            variant="ghost"
            disabled={yUp === null}
            onClick={() => {
              turn(!yUp);
              setSection(null);
              setMarked(null);
            }}
          >
            Turn upright
          </Button>
        </fieldset>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-col gap-2 rounded-lg border bg-surface p-3">
          <div className="flex flex-wrap gap-2">
            <Button
              icon={<Scissors aria-hidden />}
              aria-pressed={section !== null}
              disabled={seen.length === 0 && !section}
              variant={section ? "primary" : "secondary"}
              onClick={() => {
                const [from, to] = reach(1);
                setSection(section ? null : { axis: 1, at: (from + to) / 2, flipped: false });
              }}
            >
              Section
            </Button>
            <Button
              icon={<Ruler aria-hidden />}
              aria-pressed={measuring}
              disabled={seen.length === 0 && !measuring}
              variant={measuring ? "primary" : "secondary"}
              onClick={() => measure(!measuring)}
            >
              Distance
            </Button>
          </div>
          {section && <SectionControl section={section} reach={reach} onSection={setSection} />}
          {measuring && (
            <div className="flex flex-wrap items-center gap-2">
              <p role="status" aria-label="Distance" className="min-w-0 flex-1 text-sm">
                {marked?.distance != null ? (
                  <span className="text-xl font-semibold tabular-nums">{marked.distance.toFixed(2)} mm</span>
                ) : marked?.missed ? (
                  "There is no surface at that place."
                ) : marked?.points === 1 ? (
                  "Now tap the second point."
                ) : (
                  "Tap two points on the model."
                )}
              </p>
              <Button size="sm" onClick={() => mark(0, 0)}>
                Mark the middle
              </Button>
            </div>
          )}
        </div>
        <ul aria-label="Scans" className="flex flex-col divide-y rounded-lg border bg-surface px-3">
          {scans.map((scan) => (
            <ScanRow
              key={scan.id}
              scan={scan}
              onLook={(look) => setLook(scan.id, look)}
              onAgain={() => again(scan.id)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}
