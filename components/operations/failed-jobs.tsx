"use client";

import { RotateCcw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { changeFailedJob } from "@/lib/operations/actions";
import type { FailedJob } from "@/lib/operations/queries";
import { useAction } from "../forms/use-action";
import { AlertDialog } from "../ui/alert-dialog";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { RelativeTime } from "../ui/time";
import { toast } from "../ui/toast";

/** Jobs that failed for good, each to be tried again or taken out. */
export function FailedJobs({ jobs }: { jobs: FailedJob[] }) {
  return (
    <ul className="divide-y">
      {jobs.map((job) => (
        <FailedLine key={job.id} job={job} />
      ))}
    </ul>
  );
}

function FailedLine({ job }: { job: FailedJob }) {
  const router = useRouter();
  const { run, pending } = useAction(changeFailedJob, {
    onSuccess: ({ change }) => {
      toast.success(change === "retry" ? `${job.task} is tried again` : `${job.task} is taken out of the queue`);
      router.refresh();
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-mono text-xs font-medium">{job.task}</span>
          <Badge>{job.own ? "This lab" : "Installation"}</Badge>
        </p>
        <p className="text-danger-text wrap-anywhere">{job.error ?? "It said nothing of why."}</p>
        <p className="text-xs text-muted">
          Asked for <RelativeTime iso={job.createdAt.toISOString()} />, tried {job.attempts} times
        </p>
      </div>
      <Button
        size="sm"
        icon={<RotateCcw aria-hidden />}
        loading={pending}
        onClick={() => run({ id: job.id, change: "retry" })}
        aria-label={`Try ${job.task} again`}
      >
        Try again
      </Button>
      <AlertDialog
        trigger={<IconButton size="sm" label={`Remove ${job.task}`} icon={<Trash2 aria-hidden />} />}
        title="Take this job out of the queue?"
        description="What it was to do will not be done."
        confirm="Remove"
        tone="danger"
        onConfirm={() => run({ id: job.id, change: "remove" })}
      />
    </li>
  );
}
