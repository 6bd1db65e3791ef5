"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { savePreferences } from "@/lib/notifications/actions";
import type { Preferences } from "@/lib/notifications/preferences";
import {
  EMAIL_CHOICE_LABELS,
  EMAIL_CHOICES,
  type EmailChoice,
  NOTIFICATION_LABELS,
  type NotificationType,
} from "@/lib/notifications/vocabulary";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));
const EMAILS = EMAIL_CHOICES.map((value) => ({ value, label: EMAIL_CHOICE_LABELS[value] }));

/** What one is told of each kind: in the app, by e-mail, and at which hour the daily letter goes out. `types` are those that concern one. */
export function PreferencesForm({
  preferences,
  types,
}: {
  preferences: Preferences;
  types: readonly NotificationType[];
}) {
  const [choices, setChoices] = useState(preferences.choices.filter(({ type }) => types.includes(type)));
  const [digestHour, setDigestHour] = useState(preferences.digestHour);
  const { run, pending } = useAction(savePreferences, {
    onSuccess: () => {
      toast.success("Saved");
    },
  });
  const change = (type: NotificationType, part: { inApp?: boolean; email?: EmailChoice }) =>
    setChoices((all) => all.map((choice) => (choice.type === type ? { ...choice, ...part } : choice)));
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        run({ digestHour, choices });
      }}
    >
      <ul className="flex flex-col">
        {choices.map(({ type, inApp, email }) => (
          <li
            key={type}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b py-2 sm:grid-cols-[1fr_auto_12rem]"
          >
            <span className="text-sm font-medium">{NOTIFICATION_LABELS[type]}</span>
            <Switch
              label={<span className="text-xs text-muted">In the app</span>}
              aria-label={`${NOTIFICATION_LABELS[type]} in the app`}
              checked={inApp}
              onChange={(event) => change(type, { inApp: event.target.checked })}
            />
            <Select
              aria-label={`${NOTIFICATION_LABELS[type]} by e-mail`}
              options={EMAILS}
              value={email}
              onChange={(event) => change(type, { email: event.target.value as EmailChoice })}
              className="max-sm:col-span-2"
            />
          </li>
        ))}
      </ul>
      <Field
        name="digestHour"
        label="The daily letter goes out at"
        hint="With what you have not read by then; none when there is nothing. Time of the lab."
      >
        <Select
          options={HOURS}
          value={String(digestHour)}
          onChange={(event) => setDigestHour(Number(event.target.value))}
          className="w-32"
        />
      </Field>
      <div>
        <Button type="submit" variant="primary" loading={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
