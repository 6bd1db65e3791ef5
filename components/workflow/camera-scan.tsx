"use client";

import { BrowserMultiFormatReader, type IScannerControls } from "@zxing/browser";
import { BarcodeFormat, DecodeHintType } from "@zxing/library";
import { useEffect, useRef, useState } from "react";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";

const FORMATS = [BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX, BarcodeFormat.CODE_128];

function words(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError")
    return "The camera may not be used here. Allow it in the browser's settings for this page, or type the code.";
  if (name === "NotFoundError" || name === "OverconstrainedError")
    return "This device has no camera. Type the code, or use a scanner.";
  return "The camera could not be started. Another program may be using it. Type the code instead.";
}

/** Reads a QR, DataMatrix or Code 128 code with the camera. The camera is let go as soon as a code is read or the window closes. */
export function CameraScan({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ onCode, onClose });
  latest.current = { onCode, onClose };
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let over = false;
    let running: IScannerControls | undefined;
    const reader = new BrowserMultiFormatReader(new Map([[DecodeHintType.POSSIBLE_FORMATS, FORMATS]]), {
      delayBetweenScanAttempts: 120,
    });
    const begin = async () => {
      // A mount that ends at once, as in development, must not touch the camera: letting it go would blank the next one.
      await Promise.resolve();
      if (over) return;
      if (!navigator.mediaDevices) throw new DOMException("", "NotFoundError");
      const controls = await reader.decodeFromConstraints(
        { video: { facingMode: "environment", width: { ideal: 1280 } } },
        video.current ?? undefined,
        (result, _error, own) => {
          if (!result || over) return;
          over = true;
          own.stop();
          latest.current.onClose();
          latest.current.onCode(result.getText());
        },
      );
      if (over) controls.stop();
      running = controls;
    };
    begin().catch((error: unknown) => setProblem(words(error)));
    return () => {
      over = true;
      running?.stop();
    };
  }, []);

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Scan with the camera"
      description="Hold the code of the ticket or the pan in view."
    >
      {problem ? (
        <Notice tone="warning">{problem}</Notice>
      ) : (
        <video ref={video} muted playsInline className="aspect-video w-full rounded-lg bg-sunken object-cover" />
      )}
    </Dialog>
  );
}
