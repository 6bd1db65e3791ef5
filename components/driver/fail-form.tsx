"use client";

import { CircleX } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import type { KeptPhoto } from "@/lib/logistics/road/phone/keeping";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { RadioGroup } from "../ui/radio-group";
import { type DoorFormProps, STORAGE_FULL } from "./door-form";
import { PhotoField } from "./photo-field";

const NEXT = [
  { value: "lab", label: "Bring it back to the lab", hint: "The office plans another day; the practice is told." },
  { value: "today", label: "Try again later today", hint: "The stop goes to the end of the route." },
];

/** Why a stop could not be served, and what happens next. */
export function FailForm({ at, stop, day, act, onDone }: DoorFormProps) {
  const [reasonId, setReasonId] = useState("");
  const [next, setNext] = useState<"lab" | "today">("lab");
  const [note, setNote] = useState("");
  const [photos, setPhotos] = useState<KeptPhoto[]>([]);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setError(reasonId ? undefined : "Choose what went wrong.");
    if (!reasonId) return;
    const photoIds = photos.map((photo) => photo.id);
    const deed = { kind: "fail", ...at, reasonId, note: note.trim() || null, next, photoIds } as const;
    const kept = await act(deed, photos).then(
      () => true,
      () => false,
    );
    if (kept) onDone();
    else setProblem(STORAGE_FULL);
  };
  return (
    <form noValidate onSubmit={submit} data-density="touch" className="flex flex-col gap-4">
      <Field label="What went wrong?" required error={error}>
        <RadioGroup
          choices={day.reasons.map((reason) => ({ value: reason.id, label: reason.label }))}
          value={reasonId}
          onValueChange={setReasonId}
        />
      </Field>
      <Field label="What happens next?">
        <RadioGroup
          choices={NEXT}
          value={next}
          onValueChange={(value) => setNext(value === "today" ? "today" : "lab")}
        />
      </Field>
      <Field label="Note" hint="What the lab should know">
        <Textarea rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <PhotoField stopId={stop.id} purpose="delivery" photos={photos} required={false} onChange={setPhotos} />
      {problem && <Notice tone="danger">{problem}</Notice>}
      <Button type="submit" variant="danger" size="lg" icon={<CircleX />} className="w-full">
        {next === "today" ? "Try again later" : "Record as not delivered"}
      </Button>
    </form>
  );
}
