import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import type { RxActions } from "@/components/cases/rx-form/rx-actions";
import { RxPage } from "@/components/cases/rx-form/rx-page";
import { ScannerImport } from "@/components/cases/scanner-import/scanner-import";
import { TakenNote } from "@/components/cases/scanner-import/taken-note";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { rushTerms } from "@/lib/billing/rush-terms";
import { setOwnPreferences } from "@/lib/cases/particulars/actions";
import { takenByDraft } from "@/lib/cases/scanner/taken-by-draft";
import {
  copyOwnEarlierCase,
  discardOwnDraft,
  findOwnEarlierCases,
  lookUpOwnPatient,
  openOwnDraft,
  restoreOwnDraft,
  saveOwnDraft,
  submitOwnCase,
} from "@/lib/cases/submission-actions";
import { earlierRx } from "@/lib/cases/submission-copy";
import { draftById, ownDentistId, submissionTerms } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";

export const metadata: Metadata = { title: "New case" };

const optionalId = z.uuid().nullable().catch(null);

const actions: RxActions = {
  submit: submitOwnCase,
  openDraft: openOwnDraft,
  saveDraft: saveOwnDraft,
  discardDraft: discardOwnDraft,
  restoreDraft: restoreOwnDraft,
  lookUpPatient: lookUpOwnPatient,
  findEarlierCases: findOwnEarlierCases,
  copyEarlierCase: copyOwnEarlierCase,
  setPreferences: setOwnPreferences,
};

export default async function NewCasePage({ searchParams }: PageProps<"/portal/new">) {
  const actor = await pageActor("portal.submit");
  const asked = await searchParams;
  const draftId = optionalId.parse(asked.draft ?? null);
  const copyId = draftId ? null : optionalId.parse(asked.copy ?? null);
  const practiceId = actor.practice?.id;
  const header = (
    <PageHeader title="New case" breadcrumbs={[{ label: "Cases", href: "/portal" }]} subtitle={actor.practice?.name} />
  );
  if (!practiceId) {
    return (
      <>
        {header}
        <EmptyState
          title="Your account is not linked to a practice"
          hint="The lab links accounts to practices. Please call it."
        />
      </>
    );
  }
  const loaded = await asActor(actor, async (tx) => {
    const draft = draftId ? await draftById(tx, actor, draftId) : null;
    if (draft?.caseId) return { sentId: draft.caseId };
    if (draft && draft.practiceId !== practiceId) return null;
    return {
      draft,
      taken: draft && (await takenByDraft(tx, draft.id)),
      copy: copyId ? await earlierRx({ actor, tx }, { practiceId, caseId: copyId }) : null,
      terms: await submissionTerms(tx, practiceId),
      rush: await rushTerms(tx, actor, practiceId),
      own: await ownDentistId(tx, actor),
    };
  }).catch((error) => {
    if (error instanceof Refusal) return error.reason;
    throw error;
  });
  if (loaded === "practice_not_active") {
    return (
      <>
        {header}
        <EmptyState title="This practice cannot send cases at the moment" hint="Please call the lab." />
      </>
    );
  }
  if (!loaded || typeof loaded === "string") notFound();
  if ("sentId" in loaded) redirect(`/portal/new/sent/${loaded.sentId}`);
  const { draft, taken, copy, terms, rush, own } = loaded;
  const [only] = terms.dentists.length === 1 ? terms.dentists : [];
  return (
    <>
      {header}
      {taken && <TakenNote taken={taken} locale={actor.lab.locale} />}
      {!draft && <ScannerImport base="/portal/new" practiceId={practiceId} />}
      <RxPage
        terms={terms}
        rush={rush}
        draft={draft}
        copy={copy}
        dentistId={terms.dentists.find((d) => d.id === own)?.id ?? only?.id ?? ""}
        notation={actor.toothNotation}
        idempotencyKey={randomUUID()}
        now={new Date().toISOString()}
        mostBytes={mostBytes()}
        actions={actions}
        base="/portal/new"
        leave="/portal"
      />
    </>
  );
}
