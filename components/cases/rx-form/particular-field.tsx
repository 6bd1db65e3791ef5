"use client";

import type { ReactElement, ReactNode } from "react";
import { Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { IMPLANT_SYSTEMS } from "@/lib/cases/particulars/implant-systems";
import {
  CONTACT_LABEL,
  type Demand,
  GINGIVAL_LABEL,
  OCCLUSION_LABEL,
  PARTICULAR_LABEL,
  type Particular,
  PONTIC_LABEL,
  RETENTION_LABEL,
  STUMP_SHADES,
} from "@/lib/cases/particulars/words";
import { materialsMade } from "@/lib/cases/templates";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import { wanted } from "./new-item";
import { useRx, useWants } from "./rx-context";
import type { RxItemValues } from "./rx-values";
import { SaidField } from "./said-field";
import { ShadeSelect } from "./shade-select";

type ParticularFieldProps = {
  particular: Particular;
  demand: Demand;
  item: RxItemValues;
  /** Dotted path of the item. */
  path: string;
  onChange: (changes: Partial<RxItemValues>) => void;
};

const optionsOf = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const STUMPS: Option[] = STUMP_SHADES.map((value) => ({ value, label: value }));

/** The control of one particular of an item, said to be a preference of the dentist while it is what they always want. */
export function ParticularField({ particular, demand, item, path, onChange }: ParticularFieldProps) {
  const { terms } = useRx();
  const wants = useWants();
  const standing: Partial<Record<string, string>> = wanted(wants, item.procedureType);
  const field = (name: keyof RxItemValues & string, label: ReactNode, control: ReactElement) => (
    <SaidField
      name={`${path}.${name}`}
      label={label}
      required={demand === "required"}
      aside={item[name] && standing[name] === item[name] ? "preference" : undefined}
    >
      {control}
    </SaidField>
  );
  const select = (name: "stumpShade" | "gingivalShade" | "contact" | "occlusion" | "ponticDesign", options: Option[]) =>
    field(
      name,
      PARTICULAR_LABEL[particular],
      <Select
        placeholder={demand === "required" ? "Choose" : "Not said"}
        options={options}
        value={item[name]}
        onChange={(e) => onChange({ [name]: e.target.value })}
      />,
    );
  const shade = (name: "shade" | "shadeCervical" | "shadeIncisal", label: string, placeholder: string) =>
    field(
      name,
      label,
      <ShadeSelect
        guide={wants.shadeGuide}
        placeholder={placeholder}
        value={item[name]}
        onChange={(e) => onChange({ [name]: e.target.value })}
      />,
    );
  const text = (name: "implantSystem" | "implantPlatform", longest: number, suggested: readonly string[]) => (
    <>
      {field(
        name,
        PARTICULAR_LABEL[particular],
        <Input
          value={item[name]}
          maxLength={longest}
          list={`${path}.${name}-suggested`}
          autoComplete="off"
          onChange={(e) => onChange({ [name]: e.target.value })}
        />,
      )}
      <datalist id={`${path}.${name}-suggested`}>
        {suggested.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
  switch (particular) {
    case "material":
      return field(
        "material",
        "Material",
        <Select
          placeholder="Choose a material"
          options={materialsMade(terms.templates, item.procedureType).map((m) => ({
            value: m,
            label: MATERIAL_LABEL[m],
          }))}
          value={item.material}
          onChange={(e) => onChange({ material: e.target.value as RxItemValues["material"] })}
        />,
      );
    case "shade":
      return shade("shade", "Shade", "Choose a shade");
    case "shade_zones":
      return (
        <>
          {shade("shadeCervical", "Cervical shade", "As the body")}
          {shade("shadeIncisal", "Incisal shade", "As the body")}
        </>
      );
    case "stump_shade":
      return select("stumpShade", STUMPS);
    case "gingival_shade":
      return select("gingivalShade", optionsOf(GINGIVAL_LABEL));
    case "implant_system":
      return text("implantSystem", 80, Object.keys(IMPLANT_SYSTEMS));
    case "implant_platform":
      return text("implantPlatform", 40, IMPLANT_SYSTEMS[item.implantSystem] ?? []);
    case "implant_retention":
      return field(
        "implantRetention",
        PARTICULAR_LABEL[particular],
        <Select
          placeholder="Choose"
          options={optionsOf(RETENTION_LABEL)}
          value={item.implantRetention}
          onChange={(e) => onChange({ implantRetention: e.target.value as RxItemValues["implantRetention"] })}
        />,
      );
    case "contact":
      return select("contact", optionsOf(CONTACT_LABEL));
    case "occlusion":
      return select("occlusion", optionsOf(OCCLUSION_LABEL));
    case "pontic_design":
      return select("ponticDesign", optionsOf(PONTIC_LABEL));
    default:
      return null;
  }
}
