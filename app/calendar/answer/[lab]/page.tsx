import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuestAnswer } from "@/components/calendar/guest-answer";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import { invitationByLink } from "@/lib/calendar/by-link";
import { spanWords } from "@/lib/calendar/lab-time";
import { asActor } from "@/lib/db/as-actor";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

type Props = { params: Promise<{ lab: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function GuestAnswerPage({ params, searchParams }: Props) {
  const place = await publicLab((await params).lab);
  if (!place) notFound();
  const { lab } = place;
  const { token } = await searchParams;
  const found =
    typeof token === "string" && token.length <= 120
      ? await asActor(strangerAt(lab, { ip: null, userAgent: null }), (tx) => invitationByLink(tx, token))
      : null;
  if (!found || typeof token !== "string")
    return (
      <>
        <h1 className="text-2xl font-semibold">This link does not work</h1>
        <Notice tone="warning">
          It is not whole, or you are not invited any more. Open the newest letter
          {place.phone && `, or call ${place.phone}`}.
        </Notice>
      </>
    );
  const when = spanWords(found.startsAt.toISOString(), found.endsAt.toISOString(), lab.timeZone, lab.locale);
  const over = found.endsAt.getTime() < Date.now();
  return (
    <>
      <h1 className="text-2xl font-semibold break-words">{found.title}</h1>
      {found.cancelled && (
        <Notice tone="warning" title="This appointment was cancelled">
          {found.cancelNote}
        </Notice>
      )}
      {!found.cancelled && over && <Notice tone="neutral" title="This appointment is over" />}
      <Panel title="Invitation">
        <DescriptionList
          columns={1}
          items={[
            { term: "For", value: found.name },
            { term: "When", value: `${when} (${lab.timeZone.replaceAll("_", " ")})` },
            { term: "Where", value: found.where },
            { term: "From", value: `${found.organiser}, ${lab.name}` },
          ]}
        />
        {found.notes && <p className="mt-4 border-t pt-3 text-sm break-words whitespace-pre-wrap">{found.notes}</p>}
      </Panel>
      {!found.cancelled && !over && <GuestAnswer lab={lab.slug} token={token} answer={found.answer} />}
    </>
  );
}
