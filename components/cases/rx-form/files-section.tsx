"use client";

import { Upload as UploadIcon } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { FileLine } from "@/components/files/file-line";
import { usePlacedField } from "@/components/forms/placed-fields";
import { Button } from "@/components/ui/button";
import { demandOf } from "@/lib/cases/particulars/rules";
import type { Demand } from "@/lib/cases/particulars/words";
import { ACCEPTED_EXTENSIONS, ACCEPTED_WORDS } from "@/lib/files/formats";
import { itemWords } from "./item-look";
import { useRx } from "./rx-context";
import { SaidLine } from "./said-line";
import type { useUploads } from "./use-uploads";

/** Scans, photos and papers: dropped or chosen, each with its progress. */
export function FilesSection({ uploads, mostBytes }: { uploads: ReturnType<typeof useUploads>; mostBytes: number }) {
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [over, setOver] = useState(false);
  const { values, terms, notation } = useRx();
  usePlacedField("files");
  const photoOf = (demand: Demand) =>
    values.items.filter((i) => demandOf(terms.rules, { ...i, material: i.material || null }, "shade_photo") === demand);
  const needed = photoOf("required");
  const helpful = photoOf("asked").length > 0 && needed.length === 0;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  };
  return (
    <div className="flex flex-col gap-3">
      {needed.length > 0 && (
        <p className="text-sm">
          A photo of the shade is required for {needed.map((item) => itemWords(item, notation)).join(", ")}.
        </p>
      )}
      <SaidLine path="files" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut, the button inside does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-5 text-center ${over ? "border-accent bg-accent-soft" : "border-line-strong/60 bg-sunken"}`}
      >
        <Button data-at="files" icon={<UploadIcon />} aria-describedby={hintId} onClick={() => input.current?.click()}>
          Add files
        </Button>
        <p id={hintId} className="text-xs text-muted">
          or drop them here. {ACCEPTED_WORDS}, up to {Math.floor(mostBytes / 1024 / 1024)} MB each.
          {helpful && " A photo of the shade helps."}
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files"
          accept={ACCEPTED_EXTENSIONS.join(",")}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {uploads.uploads.length > 0 && (
        <ul aria-label="Files" className="flex flex-col divide-y rounded-lg border bg-surface">
          {uploads.uploads.map((upload) => (
            <FileLine
              key={upload.key}
              upload={upload}
              onRetry={() => uploads.retry(upload.key)}
              onRemove={() => void uploads.remove(upload)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
