"use client";

import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useRx } from "./rx-context";
import { SaidField } from "./said-field";

/** Who prescribes: the practice's dentists, the only one chosen by itself. */
export function PrescriberField() {
  const { values, set, terms } = useRx();
  if (terms.dentists.length === 0) {
    return (
      <Notice tone="warning" title="No dentist is registered at this practice">
        The lab registers who may prescribe. Please call it before you submit.
      </Notice>
    );
  }
  return (
    <SaidField name="dentistId" label="Prescribing dentist" required remind={values.items.length > 0}>
      <Select
        placeholder="Choose the dentist"
        options={terms.dentists.map((d) => ({ value: d.id, label: `${d.fullName} · ${d.licenceNumber}` }))}
        value={values.dentistId}
        onChange={(event) => set({ dentistId: event.target.value })}
      />
    </SaidField>
  );
}
