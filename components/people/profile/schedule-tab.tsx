"use client";

import { CalendarClock, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { removeException, restoreException, setException } from "@/lib/staff/schedules/actions";
import type { Exception, WeekLine } from "@/lib/staff/schedules/queries";
import { EXCEPTION_KINDS, EXCEPTION_LABEL, type ExceptionKind, WEEKDAY_LABEL } from "@/lib/staff/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { DateInput, Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";
import { WeekForm } from "./week-form";

type ScheduleTabProps = {
  userId: string;
  week: WeekLine[];
  exceptions: Exception[];
  today: string;
  editable: boolean;
};

/** A person's weekly times with their validity, and the days that are not as the week says. */
export function ScheduleTab({ userId, week, exceptions, today, editable }: ScheduleTabProps) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex flex-col gap-4">
        <Panel title="Weekly times" flush>
          <WeekList week={week} />
        </Panel>
        <Panel title="Days that differ">
          <div className="flex flex-col gap-4">
            {editable && <ExceptionForm userId={userId} today={today} />}
            <ExceptionList exceptions={exceptions} editable={editable} />
          </div>
        </Panel>
      </div>
      {editable && (
        <Panel title="Set the week">
          <WeekForm key={JSON.stringify(week)} userId={userId} week={week} today={today} />
        </Panel>
      )}
    </div>
  );
}

function WeekList({ week }: { week: WeekLine[] }) {
  if (week.length === 0)
    return (
      <EmptyState
        icon={<CalendarClock />}
        title="No weekly time"
        hint="Whoever has none counts for no department's day."
      />
    );
  return (
    <ul aria-label="Weekly times" className="divide-y text-sm">
      {week.map((line) => (
        <li key={`${line.weekday} ${line.validFrom}`} className="flex flex-wrap gap-x-4 px-4 py-2 tabular-nums">
          <span className="w-24 font-medium">{WEEKDAY_LABEL[line.weekday]}</span>
          <span>
            {line.startsAt}–{line.endsAt}
          </span>
          <span className="text-muted">
            {line.breakStartsAt ? `break ${line.breakStartsAt}–${line.breakEndsAt}` : "no break"}
          </span>
          {(line.validFrom || line.validTo) && (
            <span className="text-muted">
              {line.validFrom && (
                <>
                  from <DateTime iso={line.validFrom} format="date" zone="UTC" />
                </>
              )}
              {line.validTo && (
                <>
                  {" "}
                  until <DateTime iso={line.validTo} format="date" zone="UTC" />
                </>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ExceptionForm({ userId, today }: { userId: string; today: string }) {
  const router = useRouter();
  const form = useActionForm(setException, {
    defaultValues: { day: "", kind: "other_hours" as ExceptionKind, startsAt: "", endsAt: "", note: "" },
    toInput: (values) => ({ ...values, userId }),
    onSuccess: () => {
      form.reset();
      router.refresh();
    },
  });
  const other = form.watch("kind") === "other_hours";
  return (
    <Form form={form} aria-label="Add a day that differs">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="day" label="Day" required>
          <DateInput min={today} {...form.register("day")} />
        </Field>
        <Field name="kind" label="What">
          <Select
            options={EXCEPTION_KINDS.map((value) => ({ value, label: EXCEPTION_LABEL[value] }))}
            {...form.register("kind")}
          />
        </Field>
        {other && (
          <>
            <Field name="startsAt" label="From" required>
              <Input type="time" {...form.register("startsAt")} />
            </Field>
            <Field name="endsAt" label="To" required>
              <Input type="time" {...form.register("endsAt")} />
            </Field>
          </>
        )}
        <Field name="note" label="Note" className="sm:col-span-2">
          <Input maxLength={200} {...form.register("note")} />
        </Field>
      </div>
      <div>
        <SubmitButton variant="secondary">Add day</SubmitButton>
      </div>
    </Form>
  );
}

function ExceptionList({ exceptions, editable }: { exceptions: Exception[]; editable: boolean }) {
  const router = useRouter();
  const back = useAction(restoreException, { onSuccess: () => router.refresh() });
  const remove = useAction(removeException, {
    onSuccess: ({ id }) => {
      router.refresh();
      toast.undo("Day removed", () => back.run({ id }));
    },
  });
  if (exceptions.length === 0) return <p className="text-sm text-muted">All days ahead are as the week says.</p>;
  return (
    <ul aria-label="Days that differ" className="divide-y rounded-md border text-sm">
      {exceptions.map(({ id, day, kind, startsAt, endsAt, note }) => (
        <li key={id} className="flex items-center gap-3 px-3 py-1">
          <span className="w-24 shrink-0 tabular-nums">
            <DateTime iso={day} format="day" zone="UTC" />
          </span>
          <span className="min-w-0 flex-1 break-words">
            {EXCEPTION_LABEL[kind]}
            {startsAt && ` ${startsAt}–${endsAt}`}
            {note && <span className="text-muted"> {note}</span>}
          </span>
          {editable && (
            <IconButton
              label={`Remove ${EXCEPTION_LABEL[kind].toLowerCase()} of ${day}`}
              icon={<X />}
              size="sm"
              disabled={remove.pending}
              onClick={() => remove.run({ id })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
