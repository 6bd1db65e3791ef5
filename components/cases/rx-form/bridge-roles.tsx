"use client";

import { toothLabel, toothName } from "@/lib/cases/teeth";
import { useRx } from "./rx-context";
import type { RxItemValues } from "./rx-values";

type BridgeRolesProps = { item: RxItemValues; onChange: (teeth: RxItemValues["teeth"]) => void };

/** Each tooth of a bridge with its role; pressing it changes abutment to pontic and back. */
export function BridgeRoles({ item, onChange }: BridgeRolesProps) {
  const { notation } = useRx();
  return (
    <ul aria-label="Roles of the teeth" className="mt-1.5 flex flex-wrap gap-1.5">
      {item.teeth.map(({ tooth, role }) => (
        <li key={tooth}>
          <button
            type="button"
            aria-label={`${toothLabel(tooth, notation)}, ${toothName(tooth)}: ${role}. Change the role.`}
            title="Change the role"
            onClick={() =>
              onChange(
                item.teeth.map((t) =>
                  t.tooth === tooth ? { ...t, role: role === "pontic" ? "abutment" : "pontic" } : t,
                ),
              )
            }
            className={`flex min-h-control-sm items-center gap-1.5 rounded-md border px-2 text-xs hover:bg-hover ${
              role === "pontic" ? "border-dashed border-line-strong" : "border-line-strong bg-sunken"
            }`}
          >
            <b className="font-semibold tabular-nums">{toothLabel(tooth, notation)}</b>
            {role === "pontic" ? "Pontic" : "Abutment"}
          </button>
        </li>
      ))}
    </ul>
  );
}
