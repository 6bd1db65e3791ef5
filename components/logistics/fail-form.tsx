"use client";

import { CircleX } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { failDelivery } from "@/lib/logistics/actions";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { Textarea } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { toast } from "../ui/toast";
import { RoadNotice } from "./road-notice";
import { useRoadCommand } from "./use-road-command";

type FailFormProps = {
  stopId: string;
  practice: string;
  reasons: { id: string; label: string }[];
  onDone: () => void;
};

/** Why a stop could not be served; the parcels go back to the lab. */
export function FailForm({ stopId, practice, reasons, onDone }: FailFormProps) {
  const [reasonId, setReasonId] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<string>();
  const command = useRoadCommand(failDelivery, () => {
    toast.info(`${practice}: not delivered`, "Bring the parcels back to the lab.");
    onDone();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setError(reasonId ? undefined : "Choose what went wrong.");
    if (reasonId) command.send({ stopId, reasonId, note });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <RoadNotice command={command} />
      <Field label="What went wrong?" required error={error}>
        <RadioGroup
          choices={reasons.map((reason) => ({ value: reason.id, label: reason.label }))}
          value={reasonId}
          onValueChange={setReasonId}
        />
      </Field>
      <Field label="Note" hint="What the lab should know">
        <Textarea rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <Button type="submit" variant="danger" size="lg" icon={<CircleX />} loading={command.pending} className="w-full">
        Record as not delivered
      </Button>
    </form>
  );
}
