"use client";

import { useEffect, useMemo, useState } from "react";
import type { Given } from "./rx-check";
import type { RxValues } from "./rx-values";

type Check = (values: RxValues, given: Given) => Map<string, string>;

/** What is missing so far, or null in the moment before the code that knows has been fetched. */
export function useCheck(values: RxValues, { rules, photos }: Given): ReadonlyMap<string, string> | null {
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    let gone = false;
    void import("./rx-check").then(({ missingIn }) => !gone && setCheck(() => missingIn));
    return () => {
      gone = true;
    };
  }, []);
  return useMemo(() => check?.(values, { rules, photos }) ?? null, [check, values, rules, photos]);
}
