import { ReviewTable } from "@/components/people/reviews/review-table";
import { StartDialog } from "@/components/people/reviews/start-dialog";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { addDays } from "@/lib/cases/due-date";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { listReviews, reviewable, reviewers } from "@/lib/staff/reviews/queries";
import { reviewParams } from "@/lib/staff/reviews/schema";

export const metadata = { title: "Reviews" };

export default async function ReviewsPage({ searchParams }: PageProps<"/people/reviews">) {
  const actor = await pageActor("rota.view");
  const writes = may(actor, "reviews.write");
  const { status, person } = reviewParams.parse(await searchParams);
  const found = await asActor(actor, async (tx) => ({
    reviews: await listReviews(tx, { status, profileId: person }),
    people: writes ? await reviewable(tx, actor.userId) : [],
    reviewers: writes && actor.role.kind === "admin" ? await reviewers(tx) : [],
  }));
  const today = labToday(actor.lab.timeZone);
  return (
    <>
      <PageHeader
        title="Reviews"
        subtitle="Each is read by its reviewer, its person once it is shared, and admins"
        breadcrumbs={[{ label: "People", href: "/people" }]}
        actions={
          writes && (
            <StartDialog
              people={found.people}
              reviewers={found.reviewers.filter(({ id }) => id !== actor.userId)}
              period={{ from: addDays(today, -182), to: addDays(today, -1), dueOn: addDays(today, 14) }}
            />
          )
        }
      />
      <ReviewTable rows={found.reviews} writes={writes} />
    </>
  );
}
