"use client";

import { useMemo, useState } from "react";
import { importPractices } from "@/lib/practices/actions";
import type { ImportResult } from "@/lib/practices/import";
import { mappingFault } from "@/lib/practices/import-columns";
import { readPractices } from "@/lib/practices/import-file";
import type { ImportField } from "@/lib/practices/schema";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { ColumnMapping } from "./column-mapping";
import { ImportCounts } from "./import-counts";
import { ImportRows } from "./import-rows";
import type { ChosenFile } from "./import-screen";
import { useKnownPractices } from "./use-known-practices";

type ImportPreviewProps = {
  file: ChosenFile;
  onMapping: (mapping: (ImportField | null)[]) => void;
  onOther: () => void;
  onDone: (result: ImportResult) => void;
};

/** What becomes of each row before anything is written; imports only when every row can be read. */
export function ImportPreview({ file, onMapping, onOther, onDone }: ImportPreviewProps) {
  const { csv, mapping, table } = file;
  const fault = mappingFault(mapping);
  const outcomes = useMemo(() => readPractices(table, mapping), [table, mapping]);
  const { duplicates, checking } = useKnownPractices(csv, mapping, fault === null);
  const [refused, setRefused] = useState<string[]>([]);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { run, pending } = useAction(importPractices, {
    onSuccess: onDone,
    onRefused: (refusal) =>
      setRefused(refusal.formError ? [refusal.formError] : Object.values(refusal.fieldErrors ?? {}).flat()),
  });
  const bad = outcomes.filter((row) => row.errors.length > 0).length;
  const fresh = outcomes.length - bad - duplicates.size;
  const send = () => {
    setRefused([]);
    run({ csv, mapping, idempotencyKey });
  };
  return (
    <div className="flex flex-col gap-4">
      <ImportCounts file={file} bad={bad} duplicates={duplicates.size} fresh={fresh} checking={checking} />
      {fault && (
        <Notice tone="danger" title="The columns need attention">
          {fault}
        </Notice>
      )}
      {!fault && bad > 0 && (
        <Notice tone="danger" title={bad === 1 ? "1 row cannot be read" : `${bad} rows cannot be read`}>
          Nothing is imported while a row is wrong. Correct the file and choose it again, or choose other columns below.
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="danger" title="Nothing was imported">
          {refused.slice(0, 10).map((words) => (
            <span key={words} className="block">
              {words}
            </span>
          ))}
        </Notice>
      )}
      <ColumnMapping headers={table.headers} mapping={mapping} onChange={onMapping} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          loading={pending}
          disabled={fault !== null || bad > 0 || checking || fresh === 0}
          onClick={send}
        >
          {fresh === 1 ? "Import 1 practice" : `Import ${fresh} practices`}
        </Button>
        <Button onClick={onOther}>Choose another file</Button>
        {!fault && bad === 0 && fresh === 0 && !checking && (
          <span className="text-sm text-muted">Every row of this file is in the lab already.</span>
        )}
      </div>
      <ImportRows outcomes={outcomes} duplicates={duplicates} fileName={file.name} />
    </div>
  );
}
