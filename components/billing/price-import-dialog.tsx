"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ListedPriceList } from "@/lib/billing/price-lists";
import { importPrices, previewPrices } from "@/lib/billing/prices/actions";
import type { ImportPreview } from "@/lib/billing/prices/import-prices";
import { decodeFile } from "@/lib/practices/decode-file";
import { refusalText, useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { toast } from "../ui/toast";
import { PriceImportRows } from "./price-import-rows";

type ImportProps = { list: ListedPriceList; open: boolean; onOpenChange: (open: boolean) => void };

/** Takes the prices of a CSV file into a list: first what it would do, row by row, then all of it or nothing. */
export function PriceImportDialog({ list, open, onOpenChange }: ImportProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="xl"
      title={`Import prices into ${list.name}`}
      description="A CSV file with the columns For, Material, Charged, Price, Rush % and Tax, as the export writes it."
    >
      <ImportSteps list={list} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ImportSteps({ list, onDone }: { list: ListedPriceList; onDone: () => void }) {
  const router = useRouter();
  const [csv, setCsv] = useState("");
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [replaces, setReplaces] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const onRefused = (refusal: { formError?: string; fieldErrors?: Record<string, string[]> }) => {
    setFault(refusalText(refusal));
    router.refresh();
  };
  const look = useAction(previewPrices, { onSuccess: setPreview, onRefused });
  const take = useAction(importPrices, {
    onRefused,
    onSuccess: ({ added, changed, removed }) => {
      onDone();
      toast.success(`${added} added, ${changed} changed${removed > 0 ? `, ${removed} removed` : ""}`);
      router.refresh();
    },
  });
  const input = { priceListId: list.id, version: list.version, replaces };
  const choose = async (file: File | undefined) => {
    setPreview(null);
    setFault(null);
    if (!file) return;
    const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()));
    if ("fault" in decoded) return setFault(decoded.fault);
    setCsv(decoded.text);
    look.run({ ...input, csv: decoded.text });
  };
  const counts = preview?.counts;
  const changes = counts ? counts.add + counts.change + (replaces ? (preview?.removed.length ?? 0) : 0) : 0;
  return (
    <div className="flex flex-col gap-4">
      <input
        type="file"
        aria-label="CSV file"
        accept=".csv,.txt,text/csv,text/plain"
        className="text-sm file:mr-3 file:h-control file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm"
        // A browser says nothing when the file it has is chosen again, which one does after mending its rows.
        onClick={(event) => {
          event.currentTarget.value = "";
        }}
        onChange={(event) => choose(event.target.files?.[0])}
      />
      {fault && <Notice tone="danger">{fault}</Notice>}
      {preview && counts && (
        <>
          <p aria-live="polite" className="text-sm">
            <b>{counts.add}</b> to add, <b>{counts.change}</b> to change, {counts.keep} as they are
            {counts.wrong > 0 && (
              <>
                , <b className="text-danger-text">{counts.wrong} wrong</b>. Put the wrong rows right in the file and
                choose it again.
              </>
            )}
          </p>
          <PriceImportRows preview={preview} currency={list.currency} />
          {counts.wrong === 0 && preview.removed.length > 0 && (
            <Checkbox
              label={`Take off the ${preview.removed.length === 1 ? "price" : `${preview.removed.length} prices`} that the file does not have`}
              checked={replaces}
              onChange={(event) => setReplaces(event.target.checked)}
            />
          )}
          <Button
            variant="primary"
            className="self-end"
            loading={take.pending}
            disabled={counts.wrong > 0 || changes === 0}
            onClick={() => take.run({ ...input, csv })}
          >
            {changes === 0 ? "Nothing to change" : `Import ${changes === 1 ? "1 change" : `${changes} changes`}`}
          </Button>
        </>
      )}
    </div>
  );
}
