"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";

/** Takes a CSV file from a dialog or dropped on it. */
export function FileChoice({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong bg-surface px-4 py-10 text-center",
        over && "border-accent bg-hover",
      )}
    >
      <FileUp aria-hidden strokeWidth={1.5} className="size-8 text-muted" />
      <div>
        <p className="text-sm font-medium">Choose a CSV file of practices</p>
        <p id="file-hint" className="mt-0.5 max-w-prose text-sm text-muted">
          A header line, then a practice per line: name, address and postcode are needed; town, phone, e-mail, latitude,
          longitude and opening hours (09:00 - 17:00) per weekday are read too. At most 5,000 rows.
        </p>
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-label="CSV file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button variant="primary" aria-describedby="file-hint" onClick={() => input.current?.click()}>
        Choose file
      </Button>
      <p className="text-xs text-muted max-sm:hidden">or drop it here</p>
    </div>
  );
}
