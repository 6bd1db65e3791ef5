import { Truck } from "lucide-react";
import { z } from "zod";
import { AskPickup, OwnPickups } from "@/components/logistics/pickups/own-pickups";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { dayParam, rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { fetchableCases } from "@/lib/logistics/pickups/cases-to-fetch";
import { firstDayFor } from "@/lib/logistics/pickups/pickup-day";
import { ownPickups } from "@/lib/logistics/pickups/pickup-queries";

export const metadata = { title: "Pick-ups" };

/** `case` is ticked from the start; `after` is the day and id of the row to go on from. */
const search = z.object({ case: z.uuid().nullable().catch(null), after: rowKeyParam });

export default async function PickupsPage({ searchParams }: PageProps<"/portal/pickups">) {
  const actor = await pageActor("portal.view");
  const wanted = search.parse(await searchParams);
  const after = wanted.after && dayParam.safeParse(wanted.after[0]).success ? wanted.after : null;
  const { practice } = actor;
  if (!practice)
    return (
      <>
        <PageHeader title="Pick-ups" />
        <EmptyState
          title="Your account is not linked to a practice"
          hint="The lab links accounts to practices. Please call it."
        />
      </>
    );
  const { page, cases, firstDay } = await asActor(actor, async (tx) => ({
    page: await ownPickups(tx, after),
    cases: await fetchableCases(tx, practice.id),
    firstDay: await firstDayFor({ tx }, practice.id),
  }));
  const editable = may(actor, "portal.submit");
  const last = page.rows.at(-1);
  return (
    <>
      <LiveRefresh topics={[`portal:${practice.id}`]} />
      <PageHeader title="Pick-ups" subtitle={`${actor.lab.name} fetches impressions and models from you`} />
      <div className="grid max-w-5xl items-start gap-4 lg:grid-cols-2">
        {editable && (
          <Panel title="Ask for a pick-up">
            <AskPickup
              cases={cases}
              firstDay={firstDay}
              chosen={cases.filter((one) => one.id === wanted.case).map((one) => one.id)}
            />
          </Panel>
        )}
        <div className="flex flex-col gap-3">
          {page.rows.length === 0 ? (
            <EmptyState
              icon={<Truck strokeWidth={1.5} />}
              title="No pick-ups yet"
              hint="Ask for one, and you see here when the driver is expected."
            />
          ) : (
            <OwnPickups pickups={page.rows} cases={cases} firstDay={firstDay} editable={editable} />
          )}
          <Pager
            newerHref={after ? "/portal/pickups" : undefined}
            newerLabel="Latest"
            olderHref={
              page.hasMore && last
                ? `/portal/pickups?${new URLSearchParams({ after: `${last.wantedOn}|${last.id}` })}`
                : undefined
            }
            olderLabel="Earlier"
          />
        </div>
      </div>
    </>
  );
}
