import type { Review } from "@/lib/staff/reviews/queries";
import { CRITERIA, RATING_WORDS } from "@/lib/staff/reviews/vocabulary";
import { DescriptionList } from "../../ui/description-list";

/** The ratings and comments of a review, to read. */
export function ReviewRead({ review }: { review: Review }) {
  return (
    <div className="flex flex-col gap-4">
      <DescriptionList
        items={[
          { term: "Overall", value: review.rating && <b>{review.rating} of 5</b> },
          ...review.ratings.map(({ criterion, rating }) => ({
            term: CRITERIA[criterion],
            value: `${rating} of 5, ${RATING_WORDS[rating]?.toLowerCase()}`,
          })),
        ]}
      />
      <p className="text-sm whitespace-pre-wrap">{review.comments ?? "No comments."}</p>
    </div>
  );
}
