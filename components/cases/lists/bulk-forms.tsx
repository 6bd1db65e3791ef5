"use client";

import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DateInput, Input, Textarea } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { caseFilterChoices } from "@/lib/cases/list-actions";
import type { ReasonChoice } from "@/lib/cases/reason";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import { ReasonSelect } from "../reason-select";

type Asking = { count: string; onClose: () => void };
type FrameProps = Asking & {
  title: string;
  description: string;
  submit: string;
  children: ReactNode;
  /** Answers what is wrong, or sends. */
  onSubmit: (form: FormData) => string | null;
};

/** A question about many cases; what is missing is said above the button. */
export function BulkForm({ title, count, description, submit, children, onSubmit, onClose }: FrameProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const refusal = onSubmit(new FormData(event.currentTarget));
    setWrong(refusal);
    if (!refusal) onClose();
  };
  return (
    <Dialog
      title={`${title}: ${count}`}
      description={description}
      size="sm"
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={send} className="flex flex-col gap-4">
        {children}
        {wrong && (
          <p role="alert" className="text-sm text-danger-text">
            {wrong}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" variant="primary">
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

type HoldInput = { reasonId: string; note: string; reviewOn: string };
type HoldManyProps = Asking & { reasons: readonly ReasonChoice[]; today: string; onSend: (input: HoldInput) => void };

/** Asks why many cases are put on hold. */
export function HoldMany({ reasons, today, onSend, ...rest }: HoldManyProps) {
  const submit = (form: FormData) => {
    if (!text(form, "reasonId")) return "Choose a reason.";
    onSend({ reasonId: text(form, "reasonId"), note: text(form, "note"), reviewOn: text(form, "reviewOn") });
    return null;
  };
  return (
    <BulkForm
      {...rest}
      title="Put on hold"
      description="Each practice reads the reason and what you write."
      submit="Put on hold"
      onSubmit={submit}
    >
      <Field label="Reason" required>
        <ReasonSelect name="reasonId" reasons={reasons} defaultValue="" />
      </Field>
      <Field label="What is asked or awaited">
        <Textarea name="note" rows={3} maxLength={1000} />
      </Field>
      <Field label="Look again on">
        <DateInput name="reviewOn" min={today} />
      </Field>
    </BulkForm>
  );
}

type DueInput = { change: { dueOn: string } | { days: number }; reason: string };

/** Asks where the due days of many cases move. */
export function DueMany({ today, onSend, ...rest }: Asking & { today: string; onSend: (input: DueInput) => void }) {
  const [way, setWay] = useState("days");
  const submit = (form: FormData) => {
    const [days, dueOn, reason] = [Number(text(form, "days")), text(form, "dueOn"), text(form, "reason")];
    if (way === "day" && !dueOn) return "Choose a day.";
    if (way === "days" && (!Number.isInteger(days) || days === 0 || Math.abs(days) > 60))
      return "Give working days from 1 to 60, or −1 to −60 for earlier.";
    onSend({ change: way === "day" ? { dueOn } : { days }, reason });
    return null;
  };
  return (
    <BulkForm
      {...rest}
      title="Change the due date"
      description="Ship-by days follow. Each practice sees its change."
      submit="Change the dates"
      onSubmit={submit}
    >
      <SegmentedControl
        label="How"
        value={way}
        onValueChange={setWay}
        choices={[
          { value: "days", label: "By working days" },
          { value: "day", label: "To one day" },
        ]}
      />
      {way === "days" ? (
        <Field label="Working days later" hint="A minus moves them earlier." required>
          <Input name="days" inputMode="text" defaultValue="1" />
        </Field>
      ) : (
        <Field label="Due at the practice" required>
          <DateInput name="dueOn" min={today} />
        </Field>
      )}
      <Field label="Why" hint="The practice reads this.">
        <Input name="reason" maxLength={300} />
      </Field>
    </BulkForm>
  );
}

type AssignInput = { stage: Stage | null; userId: string | null };

/** Asks who gets the open work of many cases. */
export function AssignMany({ onSend, ...rest }: Asking & { onSend: (input: AssignInput) => void }) {
  const [people, setPeople] = useState<{ value: string; label: string }[]>([]);
  useEffect(() => {
    void caseFilterChoices({}).then((found) => found.ok && setPeople(found.data.people));
  }, []);
  const submit = (form: FormData) => {
    if (!text(form, "person")) return "Choose a person.";
    onSend({
      stage: (text(form, "stage") || null) as Stage | null,
      userId: text(form, "person") === "everyone" ? null : text(form, "person"),
    });
    return null;
  };
  return (
    <BulkForm
      {...rest}
      title="Assign"
      description="Open work goes to the person; work going on is paused."
      submit="Assign"
      onSubmit={submit}
    >
      <Field label="To" required>
        <Select
          name="person"
          defaultValue=""
          placeholder="Choose a person"
          options={[...people, { value: "everyone", label: "Everyone" }]}
        />
      </Field>
      <Field label="Work at">
        <Select
          name="stage"
          defaultValue=""
          placeholder="Wherever each case stands"
          options={Object.entries(STAGE_LABEL).map(([value, label]) => ({ value, label }))}
        />
      </Field>
    </BulkForm>
  );
}

/** Asks what a practice writes to the lab on many cases. */
export function WriteMany({ onSend, ...rest }: Asking & { onSend: (body: string) => void }) {
  const submit = (form: FormData) => {
    if (!text(form, "body")) return "Write something first.";
    onSend(text(form, "body"));
    return null;
  };
  return (
    <BulkForm
      {...rest}
      title="Write to the lab"
      description="The same note goes on each of these cases."
      submit="Send"
      onSubmit={submit}
    >
      <Field label="Your words" required>
        <Textarea name="body" rows={4} maxLength={4000} />
      </Field>
    </BulkForm>
  );
}
