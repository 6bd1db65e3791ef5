"use client";

import { ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

const MOST = 8;
const STEP_PIXELS = 60;
type Place = { zoom: number; x: number; y: number };
const WHOLE: Place = { zoom: 1, x: 0, y: 0 };

function zoomed(was: Place, to: number): Place {
  const zoom = Math.min(MOST, Math.max(1, to));
  return zoom === 1 ? WHOLE : { zoom, x: (was.x * zoom) / was.zoom, y: (was.y * zoom) / was.zoom };
}

type PhotoViewerProps = { id: string; name: string; onPrevious?: () => void; onNext?: () => void };

/**
 * A photo, zoomed by wheel, pinch, buttons or plus and minus, and moved by dragging or the arrow keys while it is zoomed;
 * unzoomed, the arrows lead to the photos before and after.
 */
export function PhotoViewer({ id, name, onPrevious, onNext }: PhotoViewerProps) {
  const [place, setPlace] = useState<Place>(WHOLE);
  const [broken, setBroken] = useState(false);
  const fingers = useRef(new Map<number, { x: number; y: number }>());

  const frame = useRef<HTMLDivElement>(null);
  const zoomTo = (zoom: number) => setPlace((was) => zoomed(was, zoom));
  const move = (x: number, y: number) => setPlace((was) => ({ ...was, x: was.x + x, y: was.y + y }));
  const dragged = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const other = [...fingers.current.entries()].find(([pointer]) => pointer !== event.pointerId)?.[1];
    const now = { x: event.clientX, y: event.clientY };
    fingers.current.set(event.pointerId, now);
    if (other) {
      const apart = (from: typeof now) => Math.hypot(from.x - other.x, from.y - other.y);
      if (apart(before) > 0) zoomTo(place.zoom * (apart(now) / apart(before)));
    } else if (place.zoom > 1) move(now.x - before.x, now.y - before.y);
  };
  useEffect(() => {
    const wheeled = (event: WheelEvent) => {
      event.preventDefault(); // the page would scroll away, and only a listener of one's own may prevent that
      setPlace((was) => zoomed(was, was.zoom * Math.exp(-event.deltaY / 400)));
    };
    const on = frame.current;
    on?.addEventListener("wheel", wheeled, { passive: false });
    return () => on?.removeEventListener("wheel", wheeled);
  }, []);
  const lifted = (event: PointerEvent) => fingers.current.delete(event.pointerId);
  const keyed = (event: KeyboardEvent) => {
    const arrow = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (event.key === "+" || event.key === "=") zoomTo(place.zoom * 1.5);
    else if (event.key === "-") zoomTo(place.zoom / 1.5);
    else if (event.key === "0") setPlace(WHOLE);
    else if (arrow && place.zoom > 1) move((arrow[0] ?? 0) * STEP_PIXELS, (arrow[1] ?? 0) * STEP_PIXELS);
    else if (event.key === "ArrowLeft" && onPrevious) onPrevious();
    else if (event.key === "ArrowRight" && onNext) onNext();
    else return;
    event.preventDefault();
  };

  if (broken) {
    return (
      <ErrorState
        title="This picture cannot be shown"
        message="It may be damaged. Download it to look at it elsewhere."
      />
    );
  }
  return (
    <div ref={frame} className="relative h-[min(66dvh,44rem)] overflow-hidden rounded-lg border bg-sunken">
      <div
        role="application"
        aria-roledescription="Photo"
        aria-label={`${name}, at ${Math.round(place.zoom * 100)} %`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is zoomed and moved by keyboard
        tabIndex={0}
        onKeyDown={keyed}
        onDoubleClick={() => zoomTo(place.zoom > 1 ? 1 : 2.5)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        }}
        onPointerMove={dragged}
        onPointerUp={lifted}
        onPointerCancel={lifted}
        className="absolute inset-0 cursor-grab touch-none -outline-offset-2"
      >
        {/* biome-ignore lint/performance/noImgElement: an authorised route streams it; an optimiser would cache it for others */}
        <img
          src={`/api/files/${id}`}
          alt={name}
          draggable={false}
          onError={() => setBroken(true)}
          style={{ transform: `translate(${place.x}px, ${place.y}px) scale(${place.zoom})` }}
          className="pointer-events-none size-full object-contain"
        />
      </div>
      <div className="absolute top-2 right-2 flex gap-2">
        <IconButton
          variant="secondary"
          label="Zoom out"
          icon={<ZoomOut />}
          disabled={place.zoom <= 1}
          onClick={() => zoomTo(place.zoom / 1.5)}
        />
        <IconButton
          variant="secondary"
          label="Zoom in"
          icon={<ZoomIn />}
          disabled={place.zoom >= MOST}
          onClick={() => zoomTo(place.zoom * 1.5)}
        />
      </div>
    </div>
  );
}
