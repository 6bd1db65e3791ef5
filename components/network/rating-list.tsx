import Link from "next/link";
import type { AskedRating } from "@/lib/network/rating-queries";
import { EmptyState } from "../ui/states";
import { DateTime } from "../ui/time";
import { partsInWords } from "./score-words";
import { StarsShown } from "./stars-shown";

type Row = Omit<AskedRating, "ratedAt"> & { ratedAt: string };

/** The latest ratings, with their words and a way to the case. */
export function RatingList({ ratings }: { ratings: Row[] }) {
  if (ratings.length === 0)
    return <EmptyState title="No ratings yet" hint="A practice is asked two days after a case was delivered." />;
  return (
    <ul className="divide-y">
      {ratings.map((rating) => (
        <li key={rating.id} className="px-4 py-2.5 text-sm">
          <p className="flex flex-wrap items-center gap-x-2">
            <StarsShown score={rating.overall ?? 0} />
            <Link href={`/cases/${rating.caseId}`} className="text-accent-text underline-offset-2 hover:underline">
              {rating.number}
            </Link>
            <span className="text-xs text-muted">
              <DateTime iso={rating.ratedAt} format="date" />
            </span>
          </p>
          {rating.words && <p className="break-words whitespace-pre-wrap">{rating.words}</p>}
          <p className="text-xs text-muted empty:hidden">{partsInWords(rating)}</p>
        </li>
      ))}
    </ul>
  );
}
