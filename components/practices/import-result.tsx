"use client";

import { CircleCheck } from "lucide-react";
import { useEffect, useRef } from "react";
import type { ImportResult } from "@/lib/practices/import";
import { Button, LinkButton } from "../ui/button";
import { Panel } from "../ui/card";
import { Stat } from "../ui/stat";

const practices = (n: number) => (n === 1 ? "1 practice" : `${n} practices`);

/** What an import did, in figures, and which rows added nothing. */
export function ImportDone({
  fileName,
  result,
  onAgain,
}: {
  fileName: string;
  result: ImportResult;
  onAgain: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2 text-lg font-semibold outline-none">
        <CircleCheck aria-hidden className="size-5 text-success-mark" />
        {practices(result.imported)} imported from {fileName}
      </h2>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3">
        <Stat label="Rows in the file" value={result.rows} />
        <Stat label="Imported" value={result.imported} />
        <Stat label="Known already" value={result.duplicates.length} detail="Left as they were" />
      </div>
      {result.duplicates.length > 0 && (
        <Panel title="Left out" flush>
          <ul className="max-h-80 divide-y overflow-y-auto">
            {result.duplicates.map((row) => (
              <li key={row.line} className="flex flex-wrap gap-x-3 px-4 py-2 text-sm">
                <span className="text-muted tabular-nums">Line {row.line}</span>
                <span className="font-medium">{row.name}</span>
                <span>{row.postcode}</span>
                <span className="text-muted">{row.of === "file" ? "twice in the file" : "exists already"}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <div className="flex flex-wrap gap-2">
        <LinkButton href="/practices" variant="primary">
          Go to the practices
        </LinkButton>
        <Button onClick={onAgain}>Import another file</Button>
      </div>
    </div>
  );
}
