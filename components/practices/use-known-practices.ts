"use client";

import { useEffect, useState } from "react";
import { checkPracticeFile } from "@/lib/practices/actions";
import type { ImportField } from "@/lib/practices/schema";
import { toast } from "../ui/toast";

const NONE: ReadonlyMap<number, "existing" | "file"> = new Map();

/** Which lines of a file the lab knows already, or the file names twice: asked of the server whenever the columns change. */
export function useKnownPractices(csv: string, mapping: (ImportField | null)[], ready: boolean) {
  const [duplicates, setDuplicates] = useState(NONE);
  const [checking, setChecking] = useState(ready);
  useEffect(() => {
    let wanted = true;
    setDuplicates(NONE);
    setChecking(ready);
    if (!ready) return;
    const ask = async () => {
      const result = await checkPracticeFile({ csv, mapping }).catch(() => null);
      if (!wanted) return;
      setChecking(false);
      if (result?.ok) setDuplicates(new Map(result.data.duplicates.map((row) => [row.line, row.of])));
      else if (!result)
        toast.error("The server could not be reached to look for practices that exist already.", { retry: ask });
      else
        toast.error(
          result.formError ??
            Object.values(result.fieldErrors ?? {})
              .flat()
              .join(" "),
        );
    };
    ask();
    return () => {
      wanted = false;
    };
  }, [csv, mapping, ready]);
  return { duplicates, checking };
}
