"use client";

import { MessageSquarePlus, X } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { allergyWarning } from "@/lib/cases/completeness";
import { needsShade, RESTORATIONS } from "@/lib/cases/restorations";
import { materialsMade } from "@/lib/cases/templates";
import { MATERIAL_LABEL, type Material } from "@/lib/cases/vocabulary";
import { BridgeRoles } from "./bridge-roles";
import { ImplantFields } from "./implant-fields";
import { itemColor, itemWords } from "./item-look";
import { useRx } from "./rx-context";
import type { RxItemValues } from "./rx-values";
import { SaidField } from "./said-field";
import { SaidLine } from "./said-line";
import { ShadeSelect } from "./shade-select";

/** One item: what it is, where, and its particulars with what is missing said at each. */
export function ItemRow({ item, index }: { item: RxItemValues; index: number }) {
  const { values, set, terms, notation } = useRx();
  const asked = RESTORATIONS[item.procedureType];
  const path = `items.${index}`;
  const [noting, setNoting] = useState(false);
  const change = (changes: Partial<RxItemValues>) =>
    set({ items: values.items.map((i) => (i.key === item.key ? { ...i, ...changes } : i)) });
  const words = itemWords(item, notation);
  const remove = () => {
    const before = values.items;
    set({ items: before.filter((i) => i.key !== item.key) });
    toast.undo(`${words} removed`, () => set({ items: before }));
  };
  const material = (item.material || null) as Material | null;
  const shaded = needsShade(item.procedureType, material);
  const caution = allergyWarning(material, values.patient.allergies);
  const showNotes = noting || asked.notesRequired || item.notes !== "";
  return (
    <li className="rounded-lg border bg-surface p-3" style={{ borderLeft: `4px solid ${itemColor(index)}` }}>
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 text-sm font-semibold">{words}</h3>
        {!showNotes && (
          <Button size="sm" variant="ghost" icon={<MessageSquarePlus />} onClick={() => setNoting(true)}>
            Note
          </Button>
        )}
        <IconButton label={`Remove ${words}`} icon={<X />} variant="ghost" size="sm" onClick={remove} />
      </div>
      <SaidLine path={`${path}.teeth`} />
      <SaidLine path={`${path}.arch`} />
      <SaidLine path={`${path}.procedureType`} />
      {item.procedureType === "bridges" && <BridgeRoles item={item} onChange={(teeth) => change({ teeth })} />}
      <div className="mt-2 grid gap-3 sm:grid-cols-[3fr_2fr]">
        <SaidField
          name={`${path}.material`}
          label="Material"
          aside={asked.materialOptional ? "optional" : undefined}
          required={!asked.materialOptional}
        >
          <Select
            placeholder="Choose a material"
            options={materialsMade(terms.templates, item.procedureType).map((m) => ({
              value: m,
              label: MATERIAL_LABEL[m],
            }))}
            value={item.material}
            onChange={(event) => {
              const next = event.target.value as Material | "";
              const keepsShade = needsShade(item.procedureType, next || null);
              change({ material: next, shade: keepsShade ? item.shade : "" });
            }}
          />
        </SaidField>
        {shaded && (
          <SaidField name={`${path}.shade`} label="Shade" required>
            <ShadeSelect value={item.shade} onChange={(event) => change({ shade: event.target.value })} />
          </SaidField>
        )}
      </div>
      {caution && <p className="mt-1 text-xs font-medium text-warning-text">{caution}</p>}
      {item.procedureType === "implants" && <ImplantFields item={item} path={path} onChange={change} />}
      {showNotes && (
        <SaidField
          name={`${path}.notes`}
          label={asked.notesRequired ? "What is to be done" : "Note to the technician"}
          required={asked.notesRequired}
          className="mt-2"
        >
          <Input
            value={item.notes}
            maxLength={2000}
            autoFocus={noting}
            onChange={(e) => change({ notes: e.target.value })}
          />
        </SaidField>
      )}
    </li>
  );
}
