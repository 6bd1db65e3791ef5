"use client";

import { FileText, Upload, X } from "lucide-react";
import { useId, useRef } from "react";
import { DOCUMENT_EXTENSIONS, LARGEST_DOCUMENT, MOST_DOCUMENTS } from "@/lib/network/vocabulary";
import { Button, IconButton } from "../ui/button";

const megabytes = LARGEST_DOCUMENT / 1024 / 1024;

/** What is wrong with a file before it is sent, or null. */
export function faultOf(file: File): string | null {
  if (!DOCUMENT_EXTENSIONS.some((extension) => file.name.toLowerCase().endsWith(extension)))
    return `${file.name} is not a PDF, JPEG or PNG.`;
  if (file.size > LARGEST_DOCUMENT) return `${file.name} is larger than ${megabytes} MB.`;
  return file.size === 0 ? `${file.name} is empty.` : null;
}

type Props = { files: File[]; fault: string | null; onChange: (files: File[], fault: string | null) => void };

/** Documents to send with the form: chosen here, kept until it is sent. */
export function DocumentChoice({ files, fault, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = (chosen: File[]) => {
    const faults = chosen.map(faultOf).filter((one) => one !== null);
    const fine = chosen.filter((file) => faultOf(file) === null);
    const all = [...files, ...fine];
    const many = all.length > MOST_DOCUMENTS ? `Send at most ${MOST_DOCUMENTS} documents.` : undefined;
    onChange(all.slice(0, MOST_DOCUMENTS), faults[0] ?? many ?? null);
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        Licence and other documents <span className="text-danger-text">*</span>
      </label>
      <p id={`${id}-hint`} className="text-xs text-muted">
        A copy of your licence, as PDF, JPEG or PNG of up to {megabytes} MB. Only those who review your application see
        it.
      </p>
      {files.length > 0 && (
        <ul className="flex flex-col gap-1">
          {files.map((file, at) => (
            <li
              key={`${file.name}-${file.size}`}
              className="flex items-center gap-2 rounded-md border px-3 py-1 text-sm"
            >
              <FileText aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <IconButton
                label={`Leave out ${file.name}`}
                icon={<X />}
                size="sm"
                onClick={() =>
                  onChange(
                    files.filter((_, i) => i !== at),
                    null,
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        accept={DOCUMENT_EXTENSIONS.join(",")}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = "";
          add(chosen);
        }}
      />
      <div>
        <Button icon={<Upload aria-hidden />} onClick={() => input.current?.click()}>
          Choose documents
        </Button>
      </div>
      <p role="alert" className="text-xs font-medium text-danger-text empty:hidden">
        {fault}
      </p>
    </div>
  );
}
