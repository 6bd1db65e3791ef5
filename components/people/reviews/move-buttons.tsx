"use client";

import { Lock, Send, Trash2, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { closeReview, removeReview, restoreReview, shareReview, takeReviewBack } from "@/lib/staff/reviews/actions";
import type { Review } from "@/lib/staff/reviews/queries";
import { useAction } from "../../forms/use-action";
import { AlertDialog } from "../../ui/alert-dialog";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

/** What the reviewer can do with a review as it stands. */
export function MoveButtons({ review }: { review: Review }) {
  const router = useRouter();
  const seen = { id: review.id, version: review.version };
  const refresh = () => router.refresh();
  const takeBack = useAction(takeReviewBack, { onSuccess: refresh });
  const share = useAction(shareReview, {
    onSuccess: () => {
      toast.success(`Shared with ${review.person}`);
      refresh();
    },
  });
  const close = useAction(closeReview, { onSuccess: refresh });
  const restore = useAction(restoreReview, { onSuccess: refresh });
  const remove = useAction(removeReview, {
    onSuccess: (gone) => {
      toast.undo("Draft taken away", () => restore.run(gone));
      router.push("/people/reviews");
    },
  });
  return (
    <>
      {review.status === "draft" && (
        <>
          <Button variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => remove.run(seen)}>
            Take away
          </Button>
          <Button variant="primary" icon={<Send aria-hidden />} loading={share.pending} onClick={() => share.run(seen)}>
            Share with {review.person}
          </Button>
        </>
      )}
      {review.status === "shared" && (
        <Button icon={<Undo2 aria-hidden />} loading={takeBack.pending} onClick={() => takeBack.run(seen)}>
          Back to draft
        </Button>
      )}
      {(review.status === "acknowledged" || review.status === "shared") && (
        <AlertDialog
          title="Close this review?"
          description="It changes no more, and its rating becomes the person's."
          confirm="Close review"
          tone="primary"
          onConfirm={() => close.run(seen)}
          trigger={
            <Button variant="primary" icon={<Lock aria-hidden />} loading={close.pending}>
              Close
            </Button>
          }
        />
      )}
    </>
  );
}
