"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type DecodedFile, decodeFile } from "@/lib/practices/decode-file";
import type { ImportResult } from "@/lib/practices/import";
import { mapHeaders } from "@/lib/practices/import-columns";
import { type FileTable, readTable } from "@/lib/practices/import-file";
import type { ImportField } from "@/lib/practices/schema";
import { Notice } from "../ui/notice";
import { FileChoice } from "./file-choice";
import { ImportPreview } from "./import-preview";
import { ImportDone } from "./import-result";

export type ChosenFile = {
  name: string;
  csv: string;
  encoding: string;
  table: FileTable;
  mapping: (ImportField | null)[];
};

/** The import in three steps: choose a file, look at what becomes of each row, see what was done. */
export function ImportScreen() {
  const router = useRouter();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);

  const choose = async (chosen: File) => {
    setResult(null);
    const read = await readFile(chosen);
    setFile("fault" in read ? null : read);
    setFault("fault" in read ? read.fault : null);
  };
  const again = () => {
    setFile(null);
    setFault(null);
    setResult(null);
  };

  if (result && file) return <ImportDone fileName={file.name} result={result} onAgain={again} />;
  if (file)
    return (
      <ImportPreview
        key={file.name}
        file={file}
        onMapping={(mapping) => setFile({ ...file, mapping })}
        onOther={again}
        onDone={(done) => {
          setResult(done);
          router.refresh();
        }}
      />
    );
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {fault && (
        <Notice tone="danger" title="This file cannot be imported">
          {fault}
        </Notice>
      )}
      <FileChoice onFile={choose} />
    </div>
  );
}

async function readFile(chosen: File): Promise<ChosenFile | { fault: string }> {
  let decoded: DecodedFile;
  try {
    decoded = decodeFile(new Uint8Array(await chosen.arrayBuffer()));
  } catch {
    return { fault: "The file could not be opened. Choose it again." };
  }
  if ("fault" in decoded) return decoded;
  const table = readTable(decoded.text);
  if ("fault" in table) return table;
  return {
    name: chosen.name,
    csv: decoded.text,
    encoding: decoded.encoding,
    table,
    mapping: mapHeaders(table.headers),
  };
}
