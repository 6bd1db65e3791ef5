"use client";

import { CircleCheck, RotateCcw, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { approveCount, cancelCount, resumeCount } from "@/lib/inventory/counts/actions";
import type { Count } from "@/lib/inventory/counts/queries";
import { useAction } from "../../forms/use-action";
import { AlertDialog } from "../../ui/alert-dialog";
import { Button } from "../../ui/button";
import { Money } from "../../ui/money";
import { toast } from "../../ui/toast";

/** Approves a count's differences, cancels it, or opens a cancelled one again. */
export function CloseCountButtons({ count }: { count: Count }) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const resume = useAction(resumeCount, { onSuccess: () => router.refresh() });
  const approve = useAction(approveCount, {
    onSuccess: ({ adjusted }) => {
      toast.success(adjusted === 1 ? "1 difference booked" : `${adjusted} differences booked`);
      router.refresh();
    },
  });
  const cancel = useAction(cancelCount, {
    onSuccess: () => {
      toast.undo("Count cancelled", () => resume.run({ countId: count.id }));
      router.refresh();
    },
  });
  if (count.status === "cancelled")
    return (
      <Button icon={<RotateCcw />} loading={resume.pending} onClick={() => resume.run({ countId: count.id })}>
        Open again
      </Button>
    );
  if (count.status === "approved") return null;
  const left = count.lines - count.counted;
  return (
    <>
      <Button icon={<X />} loading={cancel.pending} onClick={() => cancel.run({ countId: count.id })}>
        Cancel count
      </Button>
      <AlertDialog
        trigger={
          <Button variant="primary" icon={<CircleCheck />} disabled={count.counted === 0} loading={approve.pending}>
            Approve
          </Button>
        }
        title={count.differing === 1 ? "Book 1 difference?" : `Book ${count.differing} differences?`}
        description={
          <>
            Together <Money amount={count.difference} />, each as an adjustment in its item's ledger.
            {left > 0 &&
              ` ${left === 1 ? "1 lot was" : `${left} lots were`} not counted and will stay as the books have them.`}
          </>
        }
        confirm="Approve and book"
        tone="primary"
        onConfirm={() => approve.run({ countId: count.id, seen: count.difference, idempotencyKey: key })}
      />
    </>
  );
}
