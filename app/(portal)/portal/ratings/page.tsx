import { RatingCards } from "@/components/network/rating-cards";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader, Section } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { answeredRatings, openRatings } from "@/lib/network/rating-queries";

export const metadata = { title: "Ratings" };

export default async function RatingsPage() {
  const actor = await pageActor("portal.submit");
  const { open, answered } = await asActor(actor, async (tx) => ({
    open: await openRatings(tx, 50),
    answered: await answeredRatings(tx),
  }));
  return (
    <>
      {actor.practice && <LiveRefresh topics={[`portal:${actor.practice.id}`]} />}
      <PageHeader
        title="Ratings"
        subtitle="How delivered cases turned out; the lab reads it"
        breadcrumbs={[{ label: "Practice", href: "/portal/practice" }]}
      />
      <Section title="To rate">
        {open.length > 0 ? (
          <RatingCards ratings={open} />
        ) : (
          <EmptyState title="Nothing to rate" hint="We ask two days after a case was delivered, once per case." />
        )}
      </Section>
      {answered.length > 0 && (
        <Section title="Rated or put away" hint="A rating can be changed for 14 days.">
          <RatingCards ratings={answered} />
        </Section>
      )}
    </>
  );
}
