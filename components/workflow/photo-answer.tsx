"use client";

import { Camera, ImageOff } from "lucide-react";
import { useRef, useState } from "react";
import { UNREACHABLE } from "../forms/action-result";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

type PhotoAnswerProps = { caseId: string; label: string; taken: boolean; onTaken: (fileId: string) => void };
type Uploaded = { ok: true; data: { id: string } } | { ok: false; formError?: string };

/** Takes the photo that a question wants, with the camera where there is one, and adds it to the case's files. */
export function PhotoAnswer({ caseId, label, taken, onTaken }: PhotoAnswerProps) {
  const field = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  const send = async (file: File) => {
    setPending(true);
    try {
      const query = new URLSearchParams({ case: caseId, name: `Check ${label.slice(0, 60)} ${file.name}` });
      const response = await fetch(`/api/files?${query}`, { method: "PUT", body: file });
      const answer = (await response.json()) as Uploaded;
      if (answer.ok) onTaken(answer.data.id);
      else toast.error(answer.formError ?? "The photo could not be kept.");
    } catch {
      toast.error(UNREACHABLE, { retry: () => void send(file) });
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={`Photo: ${label}`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void send(file);
          event.target.value = "";
        }}
      />
      <Button
        size="lg"
        variant={taken ? "ghost" : "secondary"}
        icon={taken ? <Camera aria-hidden /> : <ImageOff aria-hidden />}
        loading={pending}
        onClick={() => field.current?.click()}
      >
        {taken ? "Photo taken" : "Take photo"}
      </Button>
    </>
  );
}
