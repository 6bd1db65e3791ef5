"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";

export type Preview = { subject: string; html: string; text: string };
const LOOKS = ["light", "dark", "text"] as const;
const LABEL = { light: "Light", dark: "Dark", text: "Plain text" };
const ASKS_FOR_DARK = "@media (prefers-color-scheme: dark)";

/** A letter as it arrives, with sample data: in a light mail program, a dark one, or as plain text. */
export function LetterPreview({ preview }: { preview: Preview }) {
  const [look, setLook] = useState<(typeof LOOKS)[number]>("light");
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []); // a frame that came with the page's own HTML stays blank in some browsers
  const html = preview.html.replace(ASKS_FOR_DARK, look === "dark" ? "@media all" : "@media not all");
  return (
    <Panel
      title="How it arrives"
      flush
      actions={
        <fieldset className="flex gap-1">
          <legend className="sr-only">Look</legend>
          {LOOKS.map((one) => (
            <Button
              key={one}
              size="sm"
              variant={one === look ? "secondary" : "ghost"}
              aria-pressed={one === look}
              onClick={() => setLook(one)}
            >
              {LABEL[one]}
            </Button>
          ))}
        </fieldset>
      }
    >
      <p className="border-b px-4 py-2 text-sm">
        <span className="text-muted">Subject:</span> <span className="font-medium">{preview.subject}</span>
      </p>
      {look === "text" ? (
        <pre className="max-h-[40rem] overflow-auto p-4 font-sans text-sm break-words whitespace-pre-wrap">
          {preview.text}
        </pre>
      ) : (
        <div className="h-[40rem]">
          {isDrawn && (
            <iframe title="The letter" sandbox="" srcDoc={html} className="h-full w-full rounded-b-lg bg-white" />
          )}
        </div>
      )}
    </Panel>
  );
}
