import { notFound } from "next/navigation";
import { z } from "zod";
import { AnswerForm } from "@/components/people/reviews/answer-form";
import { GoalPanel } from "@/components/people/reviews/goal-panel";
import { MoveButtons } from "@/components/people/reviews/move-buttons";
import { ReviewForm } from "@/components/people/reviews/review-form";
import { REVIEW_TONE } from "@/components/people/reviews/review-look";
import { ReviewRead } from "@/components/people/reviews/review-read";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { periodFigures } from "@/lib/staff/reviews/figures";
import { oneReview } from "@/lib/staff/reviews/queries";
import { REVIEW_STATUS_LABEL } from "@/lib/staff/reviews/vocabulary";

export const metadata = { title: "Review" };

export default async function ReviewPage({ params }: PageProps<"/people/reviews/[id]">) {
  const actor = await pageActor("rota.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const found = await asActor(actor, async (tx) => {
    const review = await oneReview(tx, id.data);
    return review && { review, figures: await periodFigures(tx, review.personId, review) };
  });
  if (!found) notFound();
  const { review, figures } = found;
  const own = review.personId === actor.userId;
  const writes = !own && review.status !== "closed" && may(actor, "reviews.write");
  return (
    <>
      <PageHeader
        title={own ? "Your review" : `Review of ${review.person}`}
        subtitle={
          <>
            <DateTime iso={review.from} format="date" /> to <DateTime iso={review.to} format="date" />, reviewed by{" "}
            {review.reviewer}
            {review.cycle && `, ${review.cycle}`}
          </>
        }
        status={<StatusBadge tone={REVIEW_TONE[review.status]}>{REVIEW_STATUS_LABEL[review.status]}</StatusBadge>}
        breadcrumbs={[
          { label: "People", href: "/people" },
          { label: "Reviews", href: "/people/reviews" },
        ]}
        actions={writes && <MoveButtons review={review} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Ratings and comments">
            {writes ? <ReviewForm key={review.version} review={review} /> : <ReviewRead review={review} />}
          </Panel>
          <Panel title={own ? "Your words" : `Words of ${review.person}`}>
            {own && review.status !== "closed" ? (
              <AnswerForm key={review.version} review={review} />
            ) : (
              <p className="text-sm whitespace-pre-wrap">{review.personComments ?? "Nothing said yet."}</p>
            )}
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <GoalPanel reviewId={review.id} goals={review.goals} editable={writes} />
          <Panel title="The period by the stage clock">
            <div className="grid grid-cols-2 gap-3">
              <Stat label="Units" value={figures.units} detail={`in ${figures.attempts} completed stages`} />
              <Stat label="Hours" value={Math.round(figures.hours)} detail="of work in them" />
              <Stat
                label="Passed"
                value={figures.passedShare === null ? "–" : `${Math.round(figures.passedShare * 100)} %`}
                detail={`${figures.passed} passed, ${figures.failed} failed or sent back`}
              />
            </div>
            <p className="mt-2 text-xs text-muted">
              Stages this person completed in the period, the units of their items and the hours worked on them. A help
              to judge by, not a judgement.
            </p>
          </Panel>
        </div>
      </div>
    </>
  );
}
