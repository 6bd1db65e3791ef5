"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DateInput, Input, Textarea } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { ReasonChoice } from "@/lib/cases/reason";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import type { Suggestion } from "@/lib/workflow/suggest/suggest-people";
import { useSuggestedPeople } from "../../workflow/use-suggested-people";
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
type AssignManyProps = Asking & { caseIds: readonly string[]; onSend: (input: AssignInput) => void };

/** Asks who gets the open work of many cases; who can do it best comes first. */
export function AssignMany({ caseIds, onSend, ...rest }: AssignManyProps) {
  const [stage, setStage] = useState<Stage | null>(null);
  const { suggestion, wrong, retry } = useSuggestedPeople(caseIds, stage);
  const submit = (form: FormData) => {
    if (!text(form, "person")) return "Choose a person.";
    onSend({
      stage,
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
      <Field label="Work at">
        <Select
          value={stage ?? ""}
          onChange={(event) => setStage((event.target.value || null) as Stage | null)}
          placeholder="Wherever each case stands"
          options={Object.entries(STAGE_LABEL).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <Field label="To" hint={suggestion && suggestionHint(suggestion)} required>
        <Select
          name="person"
          defaultValue=""
          placeholder={suggestion ? "Choose a person" : "Looking who fits…"}
          options={[
            ...(suggestion?.people ?? []).map(({ id, name, why }) => ({ value: id, label: `${name}: ${why}` })),
            { value: "everyone", label: "Everyone" },
          ]}
        />
      </Field>
      {wrong && (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-sm text-danger-text">
          {wrong}
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </p>
      )}
    </BulkForm>
  );
}

const suggestionHint = ({ items, day }: Suggestion) =>
  [
    items === 0 && "None of these cases has open work there.",
    day && `The lab is shut today: who is there is said for ${day}.`,
  ]
    .filter(Boolean)
    .join(" ");

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
