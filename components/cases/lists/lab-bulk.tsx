"use client";

import { CalendarClock, CirclePause, CirclePlay, Printer, UserRoundCog } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { changeDueDates, holdCases, releaseCases } from "@/lib/cases/list-actions";
import type { ReasonChoice } from "@/lib/cases/reason";
import { assignCases } from "@/lib/workflow/list-actions";
import { type BulkRow, useBulk } from "./use-bulk";

const HoldMany = dynamic(() => import("./bulk-forms").then((module) => module.HoldMany));
const DueMany = dynamic(() => import("./bulk-forms").then((module) => module.DueMany));
const AssignMany = dynamic(() => import("./bulk-forms").then((module) => module.AssignMany));
const BulkResult = dynamic(() => import("./bulk-result").then((module) => module.BulkResult));

export type LabRights = { hold: boolean; due: boolean; assign: boolean };

/** Tickets on one page to print; more would keep a browser busy. */
const TICKETS_MOST = 50;

type LabBulkProps = {
  rows: readonly BulkRow[];
  rights: LabRights;
  reasons: readonly ReasonChoice[];
  today: string;
  /** Ends the selection. */
  onDone: () => void;
  children?: ReactNode;
};

/** What the lab does with many cases at once. */
export function LabBulk({ rows, rights, reasons, today, onDone, children }: LabBulkProps) {
  const router = useRouter();
  const bulk = useBulk();
  const [asks, setAsks] = useState<"hold" | "due" | "assign" | null>(null);
  const asking = { count: `${rows.length} ${rows.length === 1 ? "case" : "cases"}`, onClose: () => setAsks(null) };
  const close = () => {
    bulk.close();
    onDone();
    router.refresh();
  };
  return (
    <>
      {children}
      {rights.hold && (
        <Button size="sm" icon={<CirclePause aria-hidden />} onClick={() => setAsks("hold")}>
          Hold
        </Button>
      )}
      {rights.hold && (
        <Button
          size="sm"
          icon={<CirclePlay aria-hidden />}
          onClick={() => bulk.run("Release", rows, (some) => releaseCases({ rows: some }))}
        >
          Release
        </Button>
      )}
      {rights.due && (
        <Button size="sm" icon={<CalendarClock aria-hidden />} onClick={() => setAsks("due")}>
          Due date
        </Button>
      )}
      {rights.assign && (
        <Button size="sm" icon={<UserRoundCog aria-hidden />} onClick={() => setAsks("assign")}>
          Assign
        </Button>
      )}
      {rows.length <= TICKETS_MOST && (
        <LinkButton
          size="sm"
          prefetch={false}
          icon={<Printer aria-hidden />}
          href={`/cases/tickets?ids=${rows.map(({ caseId }) => caseId).join(",")}`}
        >
          Tickets
        </LinkButton>
      )}
      {asks === "hold" && (
        <HoldMany
          {...asking}
          reasons={reasons}
          today={today}
          onSend={(input) => void bulk.run("Put on hold", rows, (some) => holdCases({ rows: some, ...input }))}
        />
      )}
      {asks === "due" && (
        <DueMany
          {...asking}
          today={today}
          onSend={(input) =>
            void bulk.run("Change the due date", rows, (some) => changeDueDates({ rows: some, ...input }))
          }
        />
      )}
      {asks === "assign" && (
        <AssignMany
          {...asking}
          caseIds={rows.map(({ caseId }) => caseId)}
          onSend={(input) => void bulk.run("Assign", rows, (some) => assignCases({ rows: some, ...input }))}
        />
      )}
      {bulk.state && (
        <BulkResult
          state={bulk.state}
          hrefOf={(id) => `/cases/${id}`}
          onStop={bulk.stop}
          onRetry={bulk.retry}
          onClose={close}
        />
      )}
    </>
  );
}
