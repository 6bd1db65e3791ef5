"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { dismissRating, recallRating } from "@/lib/network/actions";
import type { AskedRating } from "@/lib/network/rating-queries";
import { useAction } from "../forms/use-action";
import { Button, IconButton } from "../ui/button";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";
import { RatingForm } from "./rating-form";
import { partsInWords } from "./score-words";
import { StarsShown } from "./stars-shown";

/** Delivered cases that the practice was asked about: to rate, to put away, or, while fresh, to rate anew. */
export function RatingCards({ ratings }: { ratings: readonly AskedRating[] }) {
  return (
    <ul className="grid items-start gap-3 md:grid-cols-2">
      {ratings.map((rating) => (
        <RatingCard key={rating.id} rating={rating} />
      ))}
    </ul>
  );
}

function RatingCard({ rating }: { rating: AskedRating }) {
  const router = useRouter();
  const [changing, setChanging] = useState(false);
  const recall = useAction(recallRating, { onSuccess: () => router.refresh() });
  const dismiss = useAction(dismissRating, {
    onSuccess: ({ id }) => {
      toast.undo("Put away", () => recall.run({ id }));
      router.refresh();
    },
  });
  const open = rating.overall === null && !rating.dismissed;
  return (
    <li id={`rating-${rating.id}`} className="rounded-lg border bg-surface p-4 target:border-accent">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 text-sm">
          <p className="font-medium">{rating.patient}</p>
          <p className="text-xs text-muted">
            {rating.number}, {rating.dentist}, delivered{" "}
            <DateTime iso={new Date(rating.deliveredAt).toISOString()} format="date" />
          </p>
        </div>
        {open && (
          <IconButton
            label={`Do not rate ${rating.patient}`}
            icon={<X />}
            loading={dismiss.pending}
            onClick={() => dismiss.run({ id: rating.id })}
          />
        )}
      </div>
      {open || changing ? (
        <RatingForm rating={rating} onDone={() => setChanging(false)} />
      ) : (
        <div className="mt-2 flex flex-col gap-1 text-sm">
          {rating.overall !== null ? <StarsShown score={rating.overall} /> : <p className="text-muted">Put away</p>}
          {rating.words && <p className="break-words whitespace-pre-wrap">{rating.words}</p>}
          <p className="text-xs text-muted empty:hidden">{partsInWords(rating)}</p>
          {rating.editable && (
            <div>
              <Button size="sm" onClick={() => setChanging(true)} aria-label={`Rate ${rating.patient} (again)`}>
                {rating.overall === null ? "Rate after all" : "Change"}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
