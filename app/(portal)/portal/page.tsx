import { Plus } from "lucide-react";
import { z } from "zod";
import { DraftList } from "@/components/cases/draft-list";
import { PortalCase } from "@/components/cases/portal-case";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader, Section } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchInput } from "@/components/ui/search-input";
import { EmptyState } from "@/components/ui/states";
import { type Actor, may } from "@/lib/access/actor";
import { wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { type CaseKey, keyText } from "@/lib/cases/list-filter";
import { type PortalPage, type PortalView, portalCases } from "@/lib/cases/portal-queries";
import { listDrafts } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Cases" };

const text = wordsParam(120).optional().catch(undefined);
const view = z
  .object({ show: z.enum(["open", "delivered"]).catch("open"), q: text, after: text, before: text })
  .transform(({ q, ...rest }): PortalView => ({ ...rest, words: q || undefined }));

export default async function PortalCasesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await pageActor("portal.view");
  const chosen = view.parse(await searchParams);
  const today = labToday(actor.lab.timeZone);
  const first = chosen.show === "open" && !chosen.words && !chosen.after && !chosen.before;
  const { cases, drafts } = await asActor(actor, async (tx) => ({
    cases: await portalCases(tx, chosen, today),
    drafts: first && may(actor, "portal.submit") ? await listDrafts(tx) : [],
  }));
  const { held, page } = cases;
  const shown = { actor, today };
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
              { href: "/portal", label: "Under way", current: chosen.show === "open" && !chosen.words },
              {
                href: "/portal?show=delivered",
                label: "Delivered",
                current: chosen.show === "delivered" && !chosen.words,
              },
            ]}
          />
        }
      />
      <SearchInput label="Search all cases" placeholder="Patient, number or dentist" className="mb-4 max-w-md" />
      {held.cases.length > 0 && (
        <Section title="Waiting for your answer" hint="These stand still until the lab hears from you.">
          <CaseCards page={held} {...shown} />
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
      {page.cases.length > 0 ? (
        <Section title={chosen.words ? "Found" : chosen.show === "open" ? "In the lab" : "Delivered"}>
          <CaseCards page={page} {...shown} />
          <Pager
            newerHref={address(chosen, "before", page.newer)}
            olderHref={address(chosen, "after", page.older)}
            newerLabel="Previous"
            olderLabel="Next"
          />
        </Section>
      ) : (
        <Nothing chosen={chosen} some={held.cases.length > 0} maySubmit={may(actor, "portal.submit")} />
      )}
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

function Nothing({ chosen, some, maySubmit }: { chosen: PortalView; some: boolean; maySubmit: boolean }) {
  if (chosen.words)
    return <EmptyState title="No case found" hint="Look for the patient, the case number or the dentist." />;
  if (chosen.show === "delivered")
    return <EmptyState title="Nothing was delivered yet" hint="Cases move here when the driver hands them over." />;
  if (some) return null;
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

function address({ show, words }: PortalView, side: "after" | "before", key: CaseKey | null): string | undefined {
  if (!key) return undefined;
  const query = new URLSearchParams(show === "open" ? {} : { show });
  if (words) query.set("q", words);
  query.set(side, keyText(key));
  return `/portal?${query}`;
}
