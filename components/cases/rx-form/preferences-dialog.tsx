"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useLazy } from "@/components/ui/use-lazy";
import { NO_PREFERENCES } from "@/lib/cases/particulars/preferences";
import { useRx } from "./rx-context";

const load = () => import("./preferences-form").then((module) => module.PreferencesForm);

/** The chosen dentist's standing preferences, shown and changed without leaving the prescription. */
export function PreferencesDialog({ dentistId }: { dentistId: string }) {
  const { terms, actions } = useRx();
  const router = useRouter();
  const [Form, fetchForm] = useLazy(load);
  const [open, setOpen] = useState(false);
  const dentist = terms.dentists.find((d) => d.id === dentistId);
  return (
    <>
      <button
        type="button"
        className="min-h-6 underline-offset-2 hover:text-fg hover:underline touch:min-h-control"
        onFocus={load}
        onClick={() => void fetchForm().then(() => setOpen(true))}
      >
        Preferences
      </button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title={`Preferences of ${dentist?.fullName ?? "the dentist"}`}
        description="What new prescriptions begin with. What is on this one already stays."
      >
        {Form && (
          <Form
            dentistId={dentistId}
            practiceId={terms.practice.id}
            preferences={terms.preferences[dentistId] ?? NO_PREFERENCES}
            templates={terms.templates}
            action={actions.setPreferences}
            onSaved={() => {
              setOpen(false);
              router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
  );
}
