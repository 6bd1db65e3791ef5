import type { Metadata } from "next";
import { z } from "zod";
import { DentistPreferences } from "@/components/cases/rx-form/dentist-preferences";
import { Panel } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { NO_PREFERENCES } from "@/lib/cases/particulars/preferences";
import { ownDentistId, submissionTerms } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata: Metadata = { title: "Preferences" };

const optionalId = z.uuid().nullable().catch(null);

/** What each dentist of the practice always wants, one at a time. */
export default async function PreferencesPage({ searchParams }: PageProps<"/portal/preferences">) {
  const actor = await pageActor("portal.submit");
  const asked = optionalId.parse((await searchParams).dentist ?? null);
  const practiceId = actor.practice?.id;
  const loaded =
    practiceId &&
    (await asActor(actor, async (tx) => ({
      terms: await submissionTerms(tx, practiceId),
      own: await ownDentistId(tx, actor),
    })).catch((error) => {
      if (error instanceof Refusal) return null;
      throw error;
    }));
  const dentists = loaded ? loaded.terms.dentists : [];
  const chosen =
    dentists.find((d) => d.id === asked) ?? dentists.find((d) => loaded && d.id === loaded.own) ?? dentists[0];
  return (
    <>
      <PageHeader
        title="Preferences"
        subtitle="What new prescriptions begin with. Each can still be changed on the prescription."
        breadcrumbs={[{ label: "Cases", href: "/portal" }]}
        tabs={
          dentists.length > 1 ? (
            <LinkTabs
              label="Dentists"
              items={dentists.map((d) => ({
                href: `/portal/preferences?dentist=${d.id}`,
                label: d.fullName,
                current: d.id === chosen?.id,
              }))}
            />
          ) : undefined
        }
      />
      {loaded && chosen ? (
        <Panel title={chosen.fullName} className="max-w-4xl">
          <DentistPreferences
            key={chosen.id}
            dentistId={chosen.id}
            practiceId={loaded.terms.practice.id}
            preferences={loaded.terms.preferences[chosen.id] ?? NO_PREFERENCES}
            templates={loaded.terms.templates}
          />
        </Panel>
      ) : (
        <EmptyState
          title="No dentist is registered at this practice"
          hint="The lab registers who may prescribe. Please call it."
        />
      )}
    </>
  );
}
