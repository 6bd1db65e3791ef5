import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { PracticeChooser } from "@/components/cases/rx-form/practice-chooser";
import type { RxActions } from "@/components/cases/rx-form/rx-actions";
import { RxPage } from "@/components/cases/rx-form/rx-page";
import { ScannerImport } from "@/components/cases/scanner-import/scanner-import";
import { TakenNote } from "@/components/cases/scanner-import/taken-note";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { rushTerms } from "@/lib/billing/rush-terms";
import { setDentistPreferences } from "@/lib/cases/particulars/actions";
import { takenByDraft } from "@/lib/cases/scanner/taken-by-draft";
import {
  copyEarlierCase,
  discardDeskDraft,
  enterCase,
  findEarlierCases,
  findPracticesToSubmitFor,
  lookUpPatient,
  openDeskDraft,
  restoreDeskDraft,
  saveDeskDraft,
} from "@/lib/cases/submission-actions";
import { earlierRx, practiceOfCase } from "@/lib/cases/submission-copy";
import { draftById, findPractices, submissionTerms } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";

export const metadata: Metadata = { title: "New case" };

const actions: RxActions = {
  submit: enterCase,
  openDraft: openDeskDraft,
  saveDraft: saveDeskDraft,
  discardDraft: discardDeskDraft,
  restoreDraft: restoreDeskDraft,
  lookUpPatient,
  findEarlierCases,
  copyEarlierCase,
  setPreferences: setDentistPreferences,
};
const optionalId = z.uuid().nullable().catch(null);
const breadcrumbs = [{ label: "Cases", href: "/cases" }];

export default async function EnterCasePage({ searchParams }: PageProps<"/cases/new">) {
  const actor = await pageActor("cases.submit");
  const asked = await searchParams;
  const draftId = optionalId.parse(asked.draft ?? null);
  const practiceId = optionalId.parse(asked.practice ?? null);
  const copyId = draftId ? null : optionalId.parse(asked.copy ?? null);
  if (!draftId && !practiceId && !copyId) {
    const first = await asActor(actor, (tx) => findPractices({ actor, tx }, { query: "" }));
    return (
      <>
        <PageHeader title="New case" subtitle="Enter a prescription for a practice" breadcrumbs={breadcrumbs} />
        <div className="max-w-xl">
          <ScannerImport base="/cases/new" practiceId={null} />
        </div>
        <PracticeChooser first={first} find={findPracticesToSubmitFor} base="/cases/new" />
      </>
    );
  }
  const loaded = await asActor(actor, async (tx) => {
    const draft = draftId ? await draftById(tx, actor, draftId) : null;
    if (draft?.caseId) return { sentId: draft.caseId };
    const forPractice = draft?.practiceId ?? practiceId ?? (copyId && (await practiceOfCase(tx, copyId)));
    if (!forPractice) return null;
    const copy = copyId ? await earlierRx({ actor, tx }, { practiceId: forPractice, caseId: copyId }) : null;
    const terms = await submissionTerms(tx, forPractice);
    const taken = draft && (await takenByDraft(tx, draft.id));
    return { draft, taken, copy, terms, rush: await rushTerms(tx, actor, forPractice) };
  }).catch((error) => {
    if (error instanceof Refusal) return error.reason;
    throw error;
  });
  if (loaded === "practice_not_active") {
    return (
      <>
        <PageHeader title="New case" breadcrumbs={breadcrumbs} />
        <EmptyState title="This practice is not active" hint="Activate it before cases are entered for it." />
      </>
    );
  }
  if (!loaded || typeof loaded === "string") notFound();
  if ("sentId" in loaded) redirect(`/cases/new/sent/${loaded.sentId}`);
  const { draft, taken, copy, terms, rush } = loaded;
  return (
    <>
      <PageHeader
        title="New case"
        subtitle={terms.practice.name}
        breadcrumbs={breadcrumbs}
        actions={<LinkButton href="/cases/new">Another practice</LinkButton>}
      />
      {taken && <TakenNote taken={taken} locale={actor.lab.locale} />}
      {!draft && <ScannerImport base="/cases/new" practiceId={terms.practice.id} />}
      <RxPage
        key={terms.practice.id}
        terms={terms}
        rush={rush}
        draft={draft}
        copy={copy}
        dentistId={terms.dentists.length === 1 ? (terms.dentists[0]?.id ?? "") : ""}
        notation={actor.toothNotation}
        idempotencyKey={randomUUID()}
        now={new Date().toISOString()}
        mostBytes={mostBytes()}
        actions={actions}
        base="/cases/new"
        leave="/cases"
      />
    </>
  );
}
