"use client";

import { DatabaseBackup, RefreshCw, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { backUpNow, refreshViewsNow, retryOutboxTopic } from "@/lib/operations/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

/** Asks for a backup now; nothing to press while one is being made. */
export function BackUpNow({ underWay }: { underWay: boolean }) {
  const router = useRouter();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { run, pending } = useAction(backUpNow, {
    onSuccess: () => {
      setKey(crypto.randomUUID());
      toast.success("A backup is being made", "It is listed here once it was read whole.");
      router.refresh();
    },
  });
  return (
    <Button
      variant="primary"
      icon={<DatabaseBackup aria-hidden />}
      loading={pending}
      disabled={underWay}
      onClick={() => run({ idempotencyKey: key })}
    >
      Back up now
    </Button>
  );
}

/** Asks for all report views to be refreshed now. */
export function RefreshViews() {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { run, pending } = useAction(refreshViewsNow, {
    onSuccess: () => {
      setKey(crypto.randomUUID());
      toast.success("The views are being refreshed", "People go on reading them meanwhile.");
    },
  });
  return (
    <Button size="sm" icon={<RefreshCw aria-hidden />} loading={pending} onClick={() => run({ idempotencyKey: key })}>
      Refresh now
    </Button>
  );
}

/** Has what failed to be handed over of a topic tried again at once. */
export function RetryTopic({ topic }: { topic: string }) {
  const router = useRouter();
  const { run, pending } = useAction(retryOutboxTopic, {
    onSuccess: ({ rows }) => {
      toast.success(rows === 1 ? "One row is tried again" : `${rows} rows are tried again`);
      router.refresh();
    },
  });
  return (
    <Button
      size="sm"
      icon={<RotateCcw aria-hidden />}
      loading={pending}
      onClick={() => run({ topic })}
      aria-label={`Try ${topic} again`}
    >
      Try again
    </Button>
  );
}
