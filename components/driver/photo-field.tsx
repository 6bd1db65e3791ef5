"use client";

import { Camera, X } from "lucide-react";
import { useEffect, useId, useMemo, useState } from "react";
import type { KeptPhoto } from "@/lib/logistics/road/phone/keeping";
import type { Purpose } from "@/lib/logistics/road/proof-rules";
import { buttonClass, IconButton } from "../ui/button";
import { cn } from "../ui/cn";

type PhotoFieldProps = {
  stopId: string;
  purpose: Purpose;
  photos: KeptPhoto[];
  required: boolean;
  error?: string;
  onChange: (photos: KeptPhoto[]) => void;
};

const MOST = 6;
const LONGEST_SIDE = 1600;

/** Photos taken with the phone's camera, made small enough to keep many of them and to send over a weak signal. */
export function PhotoField({ stopId, purpose, photos, required, error, onChange }: PhotoFieldProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    const picture = await smaller(file).catch(() => null);
    if (!picture) return setProblem("This picture cannot be used. Take another one.");
    onChange([...photos, { id: crypto.randomUUID(), stopId, purpose, takenAt: new Date().toISOString(), picture }]);
  };
  return (
    <div className="flex flex-col gap-2">
      <span className="text-sm font-medium">
        Photo
        {required && (
          <span aria-hidden className="text-danger-text">
            {" "}
            *
          </span>
        )}
      </span>
      <div className="flex flex-wrap gap-2">
        {photos.map((photo, i) => (
          <Thumbnail
            key={photo.id}
            photo={photo}
            label={`Photo ${i + 1}`}
            onRemove={() => onChange(photos.filter((one) => one.id !== photo.id))}
          />
        ))}
        {photos.length < MOST && (
          <label className={cn(buttonClass({ size: "lg" }), "cursor-pointer has-focus-visible:outline-2")}>
            <Camera aria-hidden />
            Take a photo
            <input
              type="file"
              accept="image/*"
              capture="environment"
              className="sr-only"
              aria-describedby={error || problem ? `${id}-error` : undefined}
              onChange={(event) => {
                void add(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </label>
        )}
      </div>
      {(error ?? problem) && (
        <p id={`${id}-error`} className="text-xs font-medium text-danger-text">
          {problem ?? error}
        </p>
      )}
    </div>
  );
}

function Thumbnail({ photo, label, onRemove }: { photo: KeptPhoto; label: string; onRemove: () => void }) {
  const address = useMemo(() => URL.createObjectURL(photo.picture), [photo.picture]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <span className="relative">
      {/* biome-ignore lint/performance/noImgElement: a picture that is on this phone alone. */}
      <img src={address} alt={label} className="size-24 rounded-lg border object-cover" />
      <IconButton
        label={`Remove ${label}`}
        icon={<X />}
        size="lg"
        variant="secondary"
        className="absolute right-0 top-0"
        onClick={onRemove}
      />
    </span>
  );
}

/** The picture as a JPEG whose longer side is at most 1,600 pixels, turned the right way up, without where it was taken. */
async function smaller(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", 0.8),
  );
}
