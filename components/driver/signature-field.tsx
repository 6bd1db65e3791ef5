"use client";

import { Eraser } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import SignaturePad from "signature_pad";
import { inkOf, type Signature } from "@/lib/logistics/signature";
import { Button } from "../ui/button";

type SignatureFieldProps = {
  initial: Signature | null;
  onChange: (signature: Signature | null) => void;
  /** Marked as wanted unless said. */
  required?: boolean;
  error?: string;
};

/** A field to sign in with a finger. What is drawn survives a turn of the phone, and is given on as points of whole pixels. */
export function SignatureField({ initial, onChange, required = true, error }: SignatureFieldProps) {
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [empty, setEmpty] = useState(initial === null);
  const latest = useRef({ onChange, initial });
  latest.current.onChange = onChange;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const drawn = new SignaturePad(element, { penColor: getComputedStyle(element).color, minWidth: 1, maxWidth: 2.6 });
    pad.current = drawn;
    const resize = () => {
      const strokes = drawn.toData();
      const ratio = Math.max(window.devicePixelRatio || 1, 1);
      element.width = element.offsetWidth * ratio;
      element.height = element.offsetHeight * ratio;
      element.getContext("2d")?.scale(ratio, ratio);
      drawn.clear();
      drawn.fromData(strokes);
    };
    resize();
    const before = latest.current.initial;
    if (before) drawn.fromData(before.strokes.map((stroke) => groupOf(stroke, drawn)));
    const report = () => {
      const signature = signatureOf(drawn, element);
      setEmpty(drawn.isEmpty());
      latest.current.onChange(inkOf(signature) > 0 ? signature : null);
    };
    drawn.addEventListener("endStroke", report);
    const watch = new ResizeObserver(resize);
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.off();
    };
  }, []);

  const clear = () => {
    pad.current?.clear();
    setEmpty(true);
    onChange(null);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-end justify-between gap-2">
        <span id={id} className="text-sm font-medium">
          Signature
          {required && (
            <span aria-hidden className="text-danger-text">
              {" "}
              *
            </span>
          )}
        </span>
        <Button size="sm" variant="ghost" icon={<Eraser />} disabled={empty} onClick={clear}>
          Clear
        </Button>
      </div>
      <div className="relative">
        <canvas
          ref={canvas}
          role="img"
          aria-labelledby={id}
          aria-describedby={error ? `${id}-error` : undefined}
          data-invalid={error ? true : undefined}
          className="h-44 w-full touch-none rounded-md border border-line-strong bg-surface text-fg data-invalid:border-danger-mark"
        />
        {empty && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-x-6 bottom-10 border-b border-line-strong pb-1 text-xs text-muted"
          >
            Sign here with a finger
          </span>
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className="text-xs font-medium text-danger-text">
          {error}
        </p>
      )}
    </div>
  );
}

function signatureOf(pad: SignaturePad, element: HTMLCanvasElement): Signature {
  return {
    width: element.offsetWidth,
    height: element.offsetHeight,
    strokes: pad.toData().map((group) => thinned(group.points.flatMap(({ x, y }) => [Math.round(x), Math.round(y)]))),
  };
}

/** Leaves out points that lie on the one before. */
function thinned(numbers: number[]): number[] {
  const kept = numbers.slice(0, 2);
  for (let i = 2; i < numbers.length; i += 2) {
    const [x, y] = [numbers[i] as number, numbers[i + 1] as number];
    if (x !== kept.at(-2) || y !== kept.at(-1)) kept.push(x, y);
  }
  return kept;
}

function groupOf(stroke: number[], pad: SignaturePad) {
  const points = [];
  for (let i = 0; i < stroke.length; i += 2)
    points.push({ x: stroke[i] as number, y: stroke[i + 1] as number, pressure: 0.5, time: i * 10 });
  const { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation } = pad;
  return { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation, points };
}
