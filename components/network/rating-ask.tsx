import type { AskedRating } from "@/lib/network/rating-queries";
import { LinkButton } from "../ui/button";
import { Section } from "../ui/page-header";
import { RatingCards } from "./rating-cards";

/** Asks the practice how lately delivered cases turned out: two at a time, the rest on their own page. */
export function RatingAsk({ ratings }: { ratings: readonly AskedRating[] }) {
  if (ratings.length === 0) return null;
  return (
    <Section
      title="How did it turn out?"
      hint="A few seconds, once per case."
      actions={
        <LinkButton href="/portal/ratings" size="sm" variant="ghost">
          All ratings
        </LinkButton>
      }
    >
      <RatingCards ratings={ratings.slice(0, 2)} />
    </Section>
  );
}
