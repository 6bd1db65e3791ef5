"use client";

import { useRef, useState } from "react";
import { type ActionResult, UNREACHABLE } from "@/components/forms/action-result";
import { refusalText } from "@/components/forms/use-action";
import { BULK_ROWS } from "@/lib/cases/bulk-rows";
import type { RowResult } from "@/lib/cases/each-row";

export type BulkRow = { caseId: string; version: number; number: string };
export type BulkState = {
  /** What is done, as a heading: "Put on hold". */
  title: string;
  total: number;
  results: (RowResult & { number: string })[];
  running: boolean;
};

type Send = (rows: { caseId: string; version: number }[]) => Promise<ActionResult<{ results: RowResult[] }>>;

/**
 * Sends a command on many rows, a few at a time: how far it is, what became of each row, stopping, and the failed ones once more.
 * Rows of a request that did not come back count as failed; sending them again is safe, since each row says the version it had.
 */
export function useBulk() {
  const [state, setState] = useState<BulkState | null>(null);
  const stopped = useRef(false);
  const last = useRef<{ title: string; send: Send; rows: readonly BulkRow[] } | null>(null);

  const run = async (title: string, rows: readonly BulkRow[], send: Send) => {
    last.current = { title, send, rows };
    stopped.current = false;
    const results: BulkState["results"] = [];
    const show = (running: boolean) => setState({ title, total: rows.length, results: [...results], running });
    show(true);
    for (let from = 0; from < rows.length && !stopped.current; from += BULK_ROWS) {
      const some = rows.slice(from, from + BULK_ROWS);
      for (const result of await answers(some, send)) results.push(result);
      show(true);
    }
    show(false);
  };
  return {
    state,
    run,
    stop: () => {
      stopped.current = true;
    },
    retry: () => {
      if (!last.current || !state) return;
      const failed = new Set(state.results.filter(({ ok }) => !ok).map(({ caseId }) => caseId));
      const { title, rows, send } = last.current;
      void run(
        title,
        rows.filter(({ caseId }) => failed.has(caseId)),
        send,
      );
    },
    close: () => setState(null),
  };
}

async function answers(rows: readonly BulkRow[], send: Send): Promise<BulkState["results"]> {
  const numbers = new Map(rows.map(({ caseId, number }) => [caseId, number]));
  const every = (message: string) => rows.map(({ caseId, number }) => ({ caseId, number, ok: false, message }));
  try {
    const answer = await send(rows.map(({ caseId, version }) => ({ caseId, version })));
    if (!answer.ok) return every(refusalText(answer));
    return answer.data.results.map((result) => ({ ...result, number: numbers.get(result.caseId) ?? "" }));
  } catch {
    return every(UNREACHABLE);
  }
}
