"use client";

import { Field } from "@/components/forms/field";
import { useReady } from "@/components/forms/use-ready";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { RESTORATIONS } from "@/lib/cases/restorations";
import { materialsMade, templateFor } from "@/lib/cases/templates";
import {
  type Arch,
  MATERIAL_LABEL,
  type Material,
  PROCEDURE_LABEL,
  PROCEDURE_TYPES,
  type ProcedureType,
} from "@/lib/cases/vocabulary";
import type { Brush } from "./new-item";
import { pickArch } from "./pick-tooth";
import { useDemand, useRx, useWants } from "./rx-context";
import { ShadeSelect } from "./shade-select";

/** What the next teeth get: restoration, material and shade. Items of it that lack one take it too. */
export function BrushRow({ brush, onChange }: { brush: Brush; onChange: (brush: Brush) => void }) {
  const { values, set, terms } = useRx();
  const wants = useWants();
  const demand = useDemand(brush);
  const ready = useReady();
  const types = PROCEDURE_TYPES.filter(
    (type) =>
      templateFor(terms.templates, { procedureType: type, material: null }) ||
      materialsMade(terms.templates, type).length > 0,
  );
  const materials = materialsMade(terms.templates, brush.procedureType);
  const choose = (next: Brush) => {
    onChange(next);
    const fill = values.items.map((item) => {
      if (item.procedureType !== next.procedureType) return item;
      return { ...item, material: item.material || next.material, shade: item.shade || next.shade };
    });
    set({ items: fill });
  };
  const chooseType = (procedureType: ProcedureType) => {
    const possible = materialsMade(terms.templates, procedureType);
    const only = possible.length === 1 ? possible[0] : undefined;
    const wasUsual = brush.material === wants.materials[brush.procedureType];
    const keep = brush.material && !wasUsual && possible.includes(brush.material) ? brush.material : "";
    const usual = wants.materials[procedureType];
    onChange({ ...brush, procedureType, material: only ?? (usual && possible.includes(usual) ? usual : keep) });
  };
  return (
    <fieldset disabled={!ready} aria-label="What the next teeth get" className="grid gap-3 sm:grid-cols-3">
      <Field label="Restoration">
        <Select
          options={types.map((type) => ({ value: type, label: PROCEDURE_LABEL[type] }))}
          value={brush.procedureType}
          onChange={(event) => chooseType(event.target.value as ProcedureType)}
        />
      </Field>
      <Field
        label="Material"
        aside={brush.material && wants.materials[brush.procedureType] === brush.material ? "preference" : undefined}
      >
        <Select
          placeholder="Choose a material"
          options={materials.map((m) => ({ value: m, label: MATERIAL_LABEL[m] }))}
          value={brush.material}
          onChange={(event) => choose({ ...brush, material: event.target.value as Material | "" })}
        />
      </Field>
      {demand("shade") !== "hidden" && (
        <Field label="Shade">
          <ShadeSelect
            guide={wants.shadeGuide}
            value={brush.shade}
            onChange={(event) => choose({ ...brush, shade: event.target.value })}
          />
        </Field>
      )}
      {RESTORATIONS[brush.procedureType].site === "arch" && <ArchButtons brush={brush} />}
    </fieldset>
  );
}

const ARCH_WORDS: [Arch, string][] = [
  ["upper", "Upper arch"],
  ["lower", "Lower arch"],
  ["both", "Both in one"],
];

function ArchButtons({ brush }: { brush: Brush }) {
  const { values, set } = useRx();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a short row of toggles, named where it stands
    <div
      role="group"
      aria-label={`Arch of the ${PROCEDURE_LABEL[brush.procedureType].toLowerCase()}`}
      className="flex flex-wrap gap-2 sm:col-span-3"
    >
      {ARCH_WORDS.map(([arch, words]) => {
        const pressed = values.items.some((i) => i.procedureType === brush.procedureType && i.arch === arch);
        return (
          <Button
            key={arch}
            aria-pressed={pressed}
            variant={pressed ? "primary" : "secondary"}
            onClick={() => set({ items: pickArch(values.items, brush, arch) })}
          >
            {words}
          </Button>
        );
      })}
    </div>
  );
}
