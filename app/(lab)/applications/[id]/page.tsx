import { FileText } from "lucide-react";
import Link from "next/link";
import { ApplicationFacts } from "@/components/network/application-facts";
import { ApplicationStatusBadge } from "@/components/network/application-status";
import { ApproveDialog } from "@/components/network/approve-dialog";
import { AskDialog } from "@/components/network/ask-dialog";
import { DuplicatePanel } from "@/components/network/duplicate-panel";
import { LicenceCheck } from "@/components/network/licence-check";
import { MessageList } from "@/components/network/message-list";
import { RejectDialog } from "@/components/network/reject-dialog";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { practiceChoices } from "@/lib/access/users/queries";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { duplicatesOf } from "@/lib/network/duplicates";
import { type Application, findApplication } from "@/lib/network/queries";
import { isWaiting } from "@/lib/network/vocabulary";
import { priceListChoices } from "@/lib/practices/queries";

export const metadata = { title: "Application" };

export default async function ApplicationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("applications.review");
  const { application, known, practices, priceLists } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const application = await findApplication(tx, id);
      const open = isWaiting(application.status);
      return {
        application,
        known: open ? await duplicatesOf(tx, application) : null,
        practices: open ? await practiceChoices(tx) : [],
        priceLists: open ? await priceListChoices(tx) : [],
      };
    }),
  );
  const open = isWaiting(application.status);
  const { id, applicantName } = application;
  return (
    <>
      <LiveRefresh topics={["applications"]} />
      <PageHeader
        title={applicantName}
        subtitle={application.practiceName}
        breadcrumbs={[{ label: "Applications", href: "/applications" }]}
        status={<ApplicationStatusBadge status={application.status} />}
        actions={
          open && (
            <>
              <RejectDialog id={id} name={applicantName} />
              <AskDialog id={id} name={applicantName} />
              <ApproveDialog
                id={id}
                name={applicantName}
                practiceName={application.practiceName}
                practices={practices}
                suggested={known?.practices.find((p) => p.samePostcode)?.id ?? null}
                priceLists={priceLists}
                today={labToday(actor.lab.timeZone)}
                checked={application.licenceCheckedAt !== null}
              />
            </>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-4">
          <Decision application={application} mayOpenPractice={may(actor, "practices.view")} />
          <Panel title="Application">
            <ApplicationFacts application={application} />
          </Panel>
          {application.messages.length > 0 && (
            <Panel title="Questions and answers">
              <MessageList
                messages={application.messages.map(({ author, createdAt, ...message }) => ({
                  ...message,
                  who: author ?? applicantName,
                  at: createdAt.toISOString(),
                }))}
              />
            </Panel>
          )}
        </div>
        <div className="flex flex-col gap-4">
          <LicenceCheck
            id={id}
            open={open}
            licence={[application.licenceNumber, application.licenceBody].filter(Boolean).join(", ")}
            body={application.licenceBody}
            checked={
              application.licenceCheckedAt && {
                at: application.licenceCheckedAt.toISOString(),
                by: application.licenceCheckedBy ?? "",
                register: application.licenceRegister ?? "",
                note: application.licenceNote,
              }
            }
          />
          <Panel title="Documents" flush>
            <ul className="divide-y">
              {application.documents.map((document) => (
                <li key={document.id}>
                  <a
                    href={`/applications/${id}/documents/${document.id}`}
                    target="_blank"
                    rel="noreferrer"
                    className="flex min-h-row items-center gap-2 px-4 py-2 text-sm hover:bg-hover"
                  >
                    <FileText aria-hidden className="size-4 shrink-0 text-muted" />
                    <span className="min-w-0 flex-1 break-all text-accent-text">{document.name}</span>
                    <span className="text-xs text-muted tabular-nums">{Math.ceil(document.sizeBytes / 1024)} KB</span>
                    <span className="sr-only">opens in a new tab</span>
                  </a>
                </li>
              ))}
              {application.documents.length === 0 && (
                <li className="px-4 py-3 text-sm text-muted">{open ? "No documents." : "No documents are kept."}</li>
              )}
            </ul>
          </Panel>
          {known && <DuplicatePanel known={known} />}
        </div>
      </div>
    </>
  );
}

function Decision({ application, mayOpenPractice }: { application: Application; mayOpenPractice: boolean }) {
  const { status, reviewedAt, reviewedBy, decisionReason, practiceId, dentistId } = application;
  if (!reviewedAt) return null;
  return (
    <Notice tone={status === "approved" ? "success" : "danger"} title={status === "approved" ? "Approved" : "Rejected"}>
      <p>
        By {reviewedBy}, <DateTime iso={reviewedAt.toISOString()} format="datetime" />
      </p>
      {decisionReason && <p className="break-words whitespace-pre-wrap">{decisionReason}</p>}
      {mayOpenPractice && practiceId && (
        <p className="flex gap-3">
          <Link href={`/practices/${practiceId}`} className="underline underline-offset-2">
            Open the practice
          </Link>
          <Link href={`/dentists/${dentistId}`} className="underline underline-offset-2">
            Open the dentist
          </Link>
        </p>
      )}
    </Notice>
  );
}
