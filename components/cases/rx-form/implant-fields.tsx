"use client";

import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RxItemValues } from "./rx-values";
import { SaidField } from "./said-field";

type ImplantFieldsProps = { item: RxItemValues; path: string; onChange: (changes: Partial<RxItemValues>) => void };

/** What an implant crown asks for besides: system, platform, and how it is held. */
export function ImplantFields({ item, path, onChange }: ImplantFieldsProps) {
  return (
    <div className="mt-2 grid gap-3 sm:grid-cols-3">
      <SaidField name={`${path}.implantSystem`} label="Implant system" required>
        <Input
          value={item.implantSystem}
          maxLength={80}
          onChange={(e) => onChange({ implantSystem: e.target.value })}
        />
      </SaidField>
      <SaidField name={`${path}.implantPlatform`} label="Platform" required>
        <Input
          value={item.implantPlatform}
          maxLength={40}
          onChange={(e) => onChange({ implantPlatform: e.target.value })}
        />
      </SaidField>
      <SaidField name={`${path}.implantRetention`} label="Retention" required>
        <Select
          placeholder="Choose"
          options={[
            { value: "screw", label: "Screw-retained" },
            { value: "cement", label: "Cemented" },
          ]}
          value={item.implantRetention}
          onChange={(e) => onChange({ implantRetention: e.target.value as RxItemValues["implantRetention"] })}
        />
      </SaidField>
    </div>
  );
}
