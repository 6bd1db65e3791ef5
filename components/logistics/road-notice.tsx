"use client";

import { WifiOff } from "lucide-react";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { RoadCommand } from "./use-road-command";

/** Says when a command waits for a signal, and what was refused. */
export function RoadNotice({
  command,
}: {
  command: Pick<RoadCommand<object>, "waiting" | "pending" | "refusal" | "retry">;
}) {
  return (
    <div role="status">
      {command.waiting && (
        <Notice
          tone="warning"
          title="No connection. Nothing is lost"
          action={
            <Button icon={<WifiOff />} loading={command.pending} onClick={command.retry}>
              Try now
            </Button>
          }
        >
          This is kept on the phone and sent by itself as soon as there is a signal.
        </Notice>
      )}
      {command.refusal && (
        <Notice tone="danger" title="Not saved">
          {command.refusal}
        </Notice>
      )}
    </div>
  );
}
