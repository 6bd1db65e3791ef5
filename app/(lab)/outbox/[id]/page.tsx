import { MailStatusBadge } from "@/components/mail/mail-status";
import { SendAgainButton } from "@/components/mail/send-again-button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { readLetter } from "@/lib/mail/queries";

export const metadata = { title: "Letter" };

const CARRIERS: Record<string, string> = { resend: "Resend", smtp: "SMTP" };

export default async function LetterPage({ params }: PageProps<"/outbox/[id]">) {
  const actor = await pageActor("outbox.view");
  const letter = await foundBy((await params).id, (id) => asActor(actor, (tx) => readLetter(tx, id)));
  const particulars = [
    { term: "To", value: letter.to },
    { term: "Written", value: <DateTime iso={letter.createdAt.toISOString()} format="full" /> },
    ...(letter.sentAt ? [{ term: "Sent", value: <DateTime iso={letter.sentAt.toISOString()} format="full" /> }] : []),
    ...(letter.provider ? [{ term: "By", value: CARRIERS[letter.provider] ?? letter.provider }] : []),
    ...(letter.reference ? [{ term: "Reference", value: <span className="break-all">{letter.reference}</span> }] : []),
  ];
  return (
    <>
      <PageHeader
        title={letter.subject}
        breadcrumbs={[{ label: "Letters", href: "/outbox" }]}
        status={<MailStatusBadge status={letter.status} />}
        actions={letter.status !== "sent" && may(actor, "settings.manage") && <SendAgainButton mailId={letter.id} />}
      />
      <div className="flex flex-col gap-4">
        {letter.error && (
          <Notice tone="danger" title="It could not be sent">
            {letter.error}
          </Notice>
        )}
        {letter.status === "kept" && (
          <Notice>This installation has no way to send mail, so the letter is kept here to be read.</Notice>
        )}
        <Panel title="Particulars">
          <DescriptionList items={particulars} columns={2} />
        </Panel>
        {letter.attachments.length > 0 && (
          <Panel title="Files">
            <ul className="flex flex-col gap-1 text-sm">
              {letter.attachments.map(({ position, name, bytes }) => (
                <li key={position}>
                  <a
                    href={`/outbox/${letter.id}/attachments/${position}`}
                    className="text-accent-text underline underline-offset-2"
                    download={name}
                  >
                    {name}
                  </a>{" "}
                  <span className="text-muted">{Math.max(1, Math.round(bytes / 1024))} KB</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title="What it says" flush>
          {letter.html === null ? (
            <p className="p-4 text-sm text-muted">It holds a personal link and is for its reader alone.</p>
          ) : (
            <iframe
              title={letter.subject}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={letter.html.replace("<head>", '<head><base target="_blank">')}
              className="h-[36rem] w-full rounded-b-lg bg-white"
            />
          )}
        </Panel>
        {letter.text !== null && (
          <Panel title="As plain text">
            <pre className="font-sans text-sm break-words whitespace-pre-wrap">{letter.text}</pre>
          </Panel>
        )}
      </div>
    </>
  );
}
