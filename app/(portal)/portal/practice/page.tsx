import { CalendarOff, Star } from "lucide-react";
import { InvitePerson } from "@/components/practices/invite-person";
import { type PeopleEditor, PeopleList } from "@/components/practices/people-list";
import { PlaceList } from "@/components/practices/place-list";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { peopleOf } from "@/lib/access/people/queries";
import { PRACTICE_RIGHTS } from "@/lib/access/people/rights";
import { placeKey, placesOf } from "@/lib/access/places";
import { asActor } from "@/lib/db/as-actor";
import { prescribersOf } from "@/lib/practices/queries";

export const metadata = { title: "Practice" };

export default async function OwnPracticePage() {
  const actor = await pageActor("portal.people");
  const { practice, userId } = actor;
  if (!practice || !userId)
    return (
      <>
        <PageHeader title="Practice" />
        <EmptyState title="You act for no practice" hint="Ask the lab, or someone of your practice, to let you in." />
      </>
    );
  const people = await peopleOf(actor, practice.id);
  const dentists = await asActor(actor, (tx) => prescribersOf(tx, practice.id));
  const places = (await placesOf(userId)).filter(({ practiceId }) => practiceId);
  const editor: PeopleEditor = { by: "practice", own: PRACTICE_RIGHTS.filter((right) => may(actor, right)) };
  return (
    <>
      <LiveRefresh topics={[`portal:${practice.id}`]} />
      <PageHeader
        title={practice.name}
        subtitle="Who acts for the practice, and what each may do"
        actions={
          <>
            {may(actor, "portal.submit") && (
              <LinkButton href="/portal/ratings" icon={<Star />}>
                Ratings
              </LinkButton>
            )}
            <LinkButton href="/portal/closing-days" icon={<CalendarOff />}>
              Closing days
            </LinkButton>
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <Panel title="People" flush actions={<InvitePerson editor={editor} practiceId={practice.id} />}>
          <PeopleList
            people={people.map((p) => ({ ...p, lastSignInAt: p.lastSignInAt?.toISOString() ?? null }))}
            self={userId}
            editor={editor}
          />
        </Panel>
        <div className="flex flex-col gap-4">
          <Panel title="Prescribing dentists" flush>
            {dentists.length === 0 ? (
              <EmptyState title="None yet" hint="The lab enters a dentist once the licence has been checked." />
            ) : (
              <ul className="divide-y">
                {dentists.map((dentist) => (
                  <li key={dentist.id} className="px-4 py-2.5 text-sm">
                    <p className="font-medium">{dentist.fullName}</p>
                    <p className="text-xs text-muted">
                      Licence {dentist.licenceNumber}
                      {dentist.endedOn && (
                        <>
                          {" · until "}
                          <DateTime iso={dentist.endedOn} format="date" />
                        </>
                      )}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          {places.length > 1 && (
            <Panel title="Your practices" flush>
              <PlaceList
                places={places.map((place) => ({
                  key: placeKey(place),
                  name: place.name,
                  current: place.practiceId === practice.id && place.labId === actor.lab.id,
                }))}
                startsHere={people.some((person) => person.userId === userId && person.isDefault)}
              />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
