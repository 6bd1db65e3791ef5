"use client";

import { Camera, ScanBarcode } from "lucide-react";
import dynamic from "next/dynamic";
import { type SubmitEvent, useId, useRef, useState } from "react";
import { IconButton } from "../ui/button";
import { cn } from "../ui/cn";
import { Spinner } from "../ui/spinner";
import { useScanner } from "./use-scanner";

const CameraScan = dynamic(() => import("./camera-scan").then((m) => m.CameraScan), { ssr: false });

type ScanFieldProps = {
  label: string;
  placeholder: string;
  /** Called with what was scanned or typed. */
  onCode: (code: string) => void;
  pending?: boolean;
  /** For a gloved hand: 64 px high. */
  large?: boolean;
  /** Said below the field when the last code led nowhere. */
  problem?: string | null;
};

/** Takes a code from a scanner that types, from the keyboard, or from the camera. */
export function ScanField({ label, placeholder, onCode, pending, problem, large }: ScanFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  useScanner(field);

  const take = (code: string) => {
    const text = code.trim();
    if (text) onCode(text);
    field.current?.select();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    take(field.current?.value ?? "");
  };
  return (
    <form onSubmit={submit} className="w-full">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="relative flex gap-2">
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 left-0 flex w-11 items-center justify-center text-muted"
        >
          {pending ? <Spinner /> : <ScanBarcode className="size-5" />}
        </span>
        <input
          ref={field}
          id={id}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={300}
          placeholder={placeholder}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className={cn("control pl-11! text-lg", large ? "h-16" : "h-control-lg")}
        />
        <IconButton
          label="Scan with the camera"
          icon={<Camera />}
          size="lg"
          variant="secondary"
          onClick={() => setCamera(true)}
          className={large ? "size-16" : undefined}
        />
      </div>
      <p id={`${id}-problem`} role="alert" className="text-sm font-medium text-danger-text">
        {problem}
      </p>
      {camera && <CameraScan onCode={take} onClose={() => setCamera(false)} />}
    </form>
  );
}
