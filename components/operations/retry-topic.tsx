"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { retryOutboxTopic } from "@/lib/operations/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

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
