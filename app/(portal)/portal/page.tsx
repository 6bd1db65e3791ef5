import { Plus } from "lucide-react";
import { redirect } from "next/navigation";
import { OwnInvitations } from "@/components/calendar/own-invitations";
import { AwaitedDesigns } from "@/components/cases/approvals/awaited-designs";
import { DraftList } from "@/components/cases/draft-list";
import { portalLine } from "@/components/cases/lists/portal-line";
import { PortalList } from "@/components/cases/lists/portal-list";
import { PortalCase } from "@/components/cases/portal-case";
import { RecallAsks } from "@/components/inventory/trace/recall-asks";
import { ComingVisits } from "@/components/logistics/eta/coming-visits";
import { RatingAsk } from "@/components/network/rating-ask";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader, Section } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { ownInvitations } from "@/lib/calendar/own-invitations";
import { awaitedDesigns } from "@/lib/cases/approvals/queries";
import { COUNT_MOST, countFigure, countWords } from "@/lib/cases/count-words";
import { filterNames } from "@/lib/cases/filter-choices";
import { filterWords } from "@/lib/cases/filter-words";
import { listQuery } from "@/lib/cases/list-address";
import { type CaseKey, keyText } from "@/lib/cases/list-filter";
import { type PortalView, portalView } from "@/lib/cases/portal-filter";
import { type PortalPage, portalCases } from "@/lib/cases/portal-queries";
import { countCases } from "@/lib/cases/queries";
import { savedViews } from "@/lib/cases/saved-views";
import { listDrafts } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";
import { recallsToAcknowledge } from "@/lib/inventory/recalls/queries";
import { labToday } from "@/lib/labs/today";
import { ownVisits } from "@/lib/logistics/eta/own-visits";
import { openRatings } from "@/lib/network/rating-queries";
import { PORTAL_NOTICE } from "@/lib/settings/notices/notices";
import { readSetting } from "@/lib/settings/store";

export const metadata = { title: "Cases" };

type PortalCasesProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PortalCasesPage({ searchParams }: PortalCasesProps) {
  const actor = await pageActor("portal.view");
  const params = await searchParams;
  const view = portalView(params);
  const today = labToday(actor.lab.timeZone);
  const first = view.show === "open" && view.plain && !view.filter.after && !view.filter.before;
  const found = await asActor(actor, async (tx) => {
    const views = await savedViews(tx);
    const usual = views.find(({ isDefault }) => isDefault);
    if (usual && Object.keys(params).length === 0) return { goTo: `/portal?view=${usual.id}&${usual.query}` };
    return {
      views,
      cases: await portalCases(tx, view, today),
      names: await filterNames(tx, view.said),
      count: await countCases(tx, view.filter, today, COUNT_MOST),
      drafts: first && may(actor, "portal.submit") ? await listDrafts(tx) : [],
      awaited: first ? await awaitedDesigns(tx) : [],
      visits: first ? await ownVisits(tx) : [],
      invitations: first ? await ownInvitations(tx) : [],
      recalls: first ? await recallsToAcknowledge(tx) : [],
      notice: first ? await readSetting(tx, PORTAL_NOTICE) : "",
      unrated: first && may(actor, "portal.submit") ? await openRatings(tx, 3) : [],
    };
  });
  if (found.goTo !== undefined) redirect(found.goTo);
  const { cases, drafts, awaited, visits, unrated, count, notice } = found;
  const { held, page } = cases;
  const { locale } = actor.lab;
  const address = (side: "after" | "before", key: CaseKey | null) => {
    if (!key) return undefined;
    const query = listQuery(params);
    query.set(side, keyText(key));
    return `/portal?${query}`;
  };
  return (
    <>
      {actor.practice && <LiveRefresh topics={[`portal:${actor.practice.id}`]} />}
      <PageHeader
        title="Cases"
        subtitle={actor.practice?.name}
        actions={may(actor, "portal.submit") && <NewCase />}
        tabs={
          <LinkTabs
            label="Which cases"
            items={[
              { href: "/portal?show=open", label: "Under way", current: view.show === "open" },
              { href: "/portal?show=delivered", label: "Delivered", current: view.show === "delivered" },
              { href: "/portal?show=all", label: "All", current: view.show === "all" },
            ]}
          />
        }
      />
      {notice && (
        <Notice title={`From ${actor.lab.name}`} className="mb-4 whitespace-pre-line">
          {notice}
        </Notice>
      )}
      <RecallAsks recalls={found.recalls} />
      <AwaitedDesigns designs={awaited} notation={actor.toothNotation} />
      <ComingVisits visits={visits} actor={actor} />
      <OwnInvitations invitations={found.invitations} actor={actor} />
      {held.cases.length > 0 && (
        <Section title="Waiting for your answer" hint="These stand still until the lab hears from you.">
          <CaseCards page={held} actor={actor} today={today} />
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title="Drafts" hint="Begun, not sent yet.">
          <DraftList
            drafts={drafts.map(({ patientReference, updatedAt, id, items, files }) => ({
              id,
              items,
              files,
              patient: patientReference,
              updatedAt: updatedAt.toISOString(),
            }))}
          />
        </Section>
      )}
      <PortalList
        cases={page.cases.map((row) => portalLine(row, actor, page.needed.get(row.id) ?? [], today))}
        chips={filterWords(view.said, found.names, locale)}
        views={found.views}
        total={countFigure(count, locale)}
        more={count > page.cases.length}
        mayWrite={may(actor, "portal.submit")}
        defaultSort={view.defaultSort}
        empty={<Nothing view={view} some={held.cases.length > 0} maySubmit={may(actor, "portal.submit")} />}
        pager={
          <Pager
            newerHref={address("before", page.newer)}
            olderHref={address("after", page.older)}
            newerLabel="Previous"
            olderLabel="Next"
            summary={page.cases.length > 0 && countWords(count, locale)}
          />
        }
      />
      <RatingAsk ratings={unrated} />
    </>
  );
}

function CaseCards({ page, actor, today }: { page: PortalPage; actor: Actor; today: string }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {page.cases.map((found) => (
        <PortalCase
          key={found.id}
          found={found}
          needed={page.needed.get(found.id) ?? []}
          asked={page.asked.get(found.id)}
          notation={actor.toothNotation}
          today={today}
          zone={actor.lab.timeZone}
        />
      ))}
    </ul>
  );
}

function Nothing({ view, some, maySubmit }: { view: PortalView; some: boolean; maySubmit: boolean }) {
  if (!view.plain)
    return (
      <EmptyState
        title="No case fits"
        hint="Try fewer filters, or look for the patient, the case number or the dentist. One or two letters find what begins with them."
      />
    );
  if (view.show === "delivered")
    return <EmptyState title="Nothing was delivered yet" hint="Cases move here when the driver hands them over." />;
  if (some) return <EmptyState title="No other cases in the lab" />;
  return (
    <EmptyState
      title="No cases in the lab"
      hint="Send a case and follow it here, from the lab's door to yours."
      action={maySubmit && <NewCase />}
    />
  );
}

const NewCase = () => (
  <LinkButton href="/portal/new" variant="primary" icon={<Plus aria-hidden />}>
    New case
  </LinkButton>
);
