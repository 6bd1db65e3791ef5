"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { setOwnPreferences } from "@/lib/cases/particulars/actions";
import { PreferencesForm } from "./preferences-form";

type DentistPreferencesProps = Omit<ComponentProps<typeof PreferencesForm>, "action" | "onSaved">;

/** The preferences of a dentist on a page of their own; it shows anew what was saved, or taken back. */
export function DentistPreferences(props: DentistPreferencesProps) {
  const router = useRouter();
  return (
    <PreferencesForm
      key={JSON.stringify(props.preferences)}
      {...props}
      action={setOwnPreferences}
      onSaved={() => router.refresh()}
    />
  );
}
