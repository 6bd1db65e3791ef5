"use client";

import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { isSaid, NO_PREFERENCES, standingInstructions } from "@/lib/cases/particulars/preferences";
import { withWanted } from "./new-item";
import { PreferencesDialog } from "./preferences-dialog";
import { useRx, useWants } from "./rx-context";
import { SaidField } from "./said-field";

/** Who prescribes: the practice's dentists, the only one chosen by itself. */
export function PrescriberField() {
  const { values, set, terms } = useRx();
  const wants = useWants();
  const choose = (dentistId: string) => {
    const next = terms.preferences[dentistId] ?? NO_PREFERENCES;
    const own = values.instructions.trim() !== standingInstructions(wants);
    set({
      dentistId,
      items: withWanted(values.items, next),
      ...(!own && { instructions: standingInstructions(next) }),
      ...(next.impression && { impression: next.impression }),
      ...(values.enclosures.length === 0 && { enclosures: next.enclosures }),
    });
  };
  if (terms.dentists.length === 0) {
    return (
      <Notice tone="warning" title="No dentist is registered at this practice">
        The lab registers who may prescribe. Please call it before you submit.
      </Notice>
    );
  }
  return (
    <SaidField
      name="dentistId"
      label="Prescribing dentist"
      required
      remind={values.items.length > 0}
      hint={isSaid(wants) && "What this dentist always wants is filled in; change whatever is otherwise."}
      aside={values.dentistId && <PreferencesDialog key={values.dentistId} dentistId={values.dentistId} />}
    >
      <Select
        placeholder="Choose the dentist"
        options={terms.dentists.map((d) => ({ value: d.id, label: `${d.fullName} · ${d.licenceNumber}` }))}
        value={values.dentistId}
        onChange={(event) => choose(event.target.value)}
      />
    </SaidField>
  );
}
