import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerForm } from "@/components/network/answer-form";
import { ApplicantSteps } from "@/components/network/applicant-steps";
import { ApplicationFacts } from "@/components/network/application-facts";
import { MessageList } from "@/components/network/message-list";
import { STANDING } from "@/components/network/standing";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import { asActor } from "@/lib/db/as-actor";
import { applicationByLink } from "@/lib/network/queries";
import { isWaiting, MOST_DOCUMENTS } from "@/lib/network/vocabulary";

export const metadata: Metadata = { title: "Your application", referrer: "no-referrer", robots: { index: false } };

type Props = { params: Promise<{ lab: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function OwnApplicationPage({ params, searchParams }: Props) {
  const place = await publicLab((await params).lab);
  if (!place) notFound();
  const { lab } = place;
  const { token } = await searchParams;
  const found =
    typeof token === "string"
      ? await asActor(strangerAt(lab, { ip: null, userAgent: null }), (tx) => applicationByLink(tx, token))
      : null;
  if (!found || typeof token !== "string")
    return (
      <>
        <h1 className="text-2xl font-semibold">This link does not work any more</h1>
        <Notice tone="warning">It has expired, or is not whole. Open the newest letter, or apply again.</Notice>
        <div>
          <LinkButton href={`/apply/${lab.slug}`}>Apply again</LinkButton>
        </div>
      </>
    );
  const { status, documents, messages } = found;
  const link = { lab: lab.slug, token };
  const standing = STANDING[status](lab.name);
  return (
    <>
      <h1 className="text-2xl font-semibold">Your application</h1>
      <Notice tone={standing.tone} title={standing.title}>
        {status === "rejected" && found.decisionReason ? (
          <span className="whitespace-pre-wrap">{found.decisionReason}</span>
        ) : (
          standing.words
        )}
      </Notice>
      {messages.length > 0 && (
        <Panel title="Questions and answers">
          <MessageList
            messages={messages.map(({ author, createdAt, ...message }) => ({
              ...message,
              who: author ? lab.name : "You",
              at: createdAt.toISOString(),
            }))}
          />
          {status === "question" && <AnswerForm {...link} />}
        </Panel>
      )}
      {status === "approved" && (
        <div>
          <LinkButton href="/sign-in" variant="primary">
            Sign in
          </LinkButton>
        </div>
      )}
      {(status === "unconfirmed" || isWaiting(status)) && (
        <ApplicantSteps
          {...link}
          unconfirmed={status === "unconfirmed"}
          documents={documents.map(({ id, name }) => ({ id, name }))}
          mayAdd={documents.length < MOST_DOCUMENTS}
        />
      )}
      {(status === "rejected" || status === "withdrawn") && (
        <div>
          <LinkButton href={`/apply/${lab.slug}`}>Apply again</LinkButton>
        </div>
      )}
      <Panel title="What you sent">
        <ApplicationFacts application={found} />
      </Panel>
    </>
  );
}
