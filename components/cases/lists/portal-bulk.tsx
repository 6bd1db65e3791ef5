"use client";

import { MessageSquare } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { writeToLabAboutCases } from "@/lib/cases/portal-list-actions";
import { type BulkRow, useBulk } from "./use-bulk";

const WriteMany = dynamic(() => import("./bulk-forms").then((module) => module.WriteMany));
const BulkResult = dynamic(() => import("./bulk-result").then((module) => module.BulkResult));

type PortalBulkProps = { rows: readonly BulkRow[]; mayWrite: boolean; onDone: () => void; children?: ReactNode };

/** What a practice does with many of its cases at once. */
export function PortalBulk({ rows, mayWrite, onDone, children }: PortalBulkProps) {
  const router = useRouter();
  const bulk = useBulk();
  const [asks, setAsks] = useState(false);
  const send = (body: string) => {
    const key = crypto.randomUUID();
    void bulk.run("Write to the lab", rows, (some) => writeToLabAboutCases({ rows: some, body, key }));
  };
  const close = () => {
    bulk.close();
    onDone();
    router.refresh();
  };
  return (
    <>
      {children}
      {mayWrite && (
        <Button size="sm" icon={<MessageSquare aria-hidden />} onClick={() => setAsks(true)}>
          Write to the lab
        </Button>
      )}
      {asks && (
        <WriteMany
          count={`${rows.length} ${rows.length === 1 ? "case" : "cases"}`}
          onClose={() => setAsks(false)}
          onSend={send}
        />
      )}
      {bulk.state && (
        <BulkResult
          state={bulk.state}
          hrefOf={(id) => `/portal/cases/${id}`}
          onStop={bulk.stop}
          onRetry={bulk.retry}
          onClose={close}
        />
      )}
    </>
  );
}
