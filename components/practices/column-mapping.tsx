"use client";

import { FIELD_LABEL } from "@/lib/practices/import-columns";
import { IMPORT_FIELDS, type ImportField } from "@/lib/practices/schema";
import { Field } from "../forms/field";
import { Select } from "../ui/select";

type ColumnMappingProps = {
  headers: string[];
  mapping: (ImportField | null)[];
  onChange: (mapping: (ImportField | null)[]) => void;
};

/** Which column of the file fills which field; found by itself, changeable. */
export function ColumnMapping({ headers, mapping, onChange }: ColumnMappingProps) {
  const unused = mapping.filter((field) => field === null).length;
  return (
    <details className="rounded-lg border bg-surface" open={unused > 0 || undefined}>
      <summary className="flex min-h-11 cursor-pointer items-center px-4 text-sm font-semibold">
        Columns
        <span className="ml-3 font-normal text-muted">
          {headers.length - unused} of {headers.length} used
        </span>
      </summary>
      <div className="grid gap-3 border-t p-4 sm:grid-cols-2 lg:grid-cols-4">
        {headers.map((header, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place, headers may repeat
          <Field key={i} label={header || `Column ${i + 1}`}>
            <Select
              placeholder="Not used"
              options={IMPORT_FIELDS.map((field) => ({ value: field, label: FIELD_LABEL[field] }))}
              value={mapping[i] ?? ""}
              onChange={(event) =>
                onChange(
                  mapping.map((field, at) => (at === i ? ((event.target.value || null) as ImportField | null) : field)),
                )
              }
            />
          </Field>
        ))}
      </div>
    </details>
  );
}
