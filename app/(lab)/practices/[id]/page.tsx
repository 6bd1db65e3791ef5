import { Mail, MapPin, Pencil, Phone } from "lucide-react";
import { AddDentist } from "@/components/practices/add-dentist";
import { ArchiveButton } from "@/components/practices/archive-button";
import { ClosingDaysOfPractice } from "@/components/practices/closing-days-of-practice";
import { DentistList } from "@/components/practices/dentist-list";
import { InvitePerson } from "@/components/practices/invite-person";
import { OpeningTable } from "@/components/practices/opening-table";
import { PeopleList } from "@/components/practices/people-list";
import { PracticeStatusBadge } from "@/components/practices/practice-status";
import { TermsPanel } from "@/components/practices/terms-panel";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { peopleOf } from "@/lib/access/people/queries";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { closingsOf } from "@/lib/practices/closing-days";
import { dentistsOf, findPractice, type PracticeDetail, priceListChoices } from "@/lib/practices/queries";

export const metadata = { title: "Practice" };

export default async function PracticePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("practices.view");
  const today = labToday(actor.lab.timeZone);
  const { practice, dentists, closings, priceLists } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      practice: await findPractice(tx, id),
      dentists: await dentistsOf(tx, id),
      closings: await closingsOf(tx, id, today),
      priceLists: await priceListChoices(tx),
    })),
  );
  const people = await peopleOf(actor, practice.id);
  const editable = may(actor, "practices.manage") && !practice.archived;
  return (
    <>
      <LiveRefresh topics={["practices"]} />
      <PageHeader
        title={practice.name}
        subtitle={`${practice.code} · ${[practice.city, practice.postcode].filter(Boolean).join(" ")}`}
        breadcrumbs={[{ label: "Practices", href: "/practices" }]}
        status={<PracticeStatusBadge status={practice.status} archived={practice.archived} />}
        actions={
          <>
            {may(actor, "cases.view") && (
              <LinkButton href={`/cases?practice=${practice.id}`}>
                {practice.openCases === 1 ? "1 open case" : `${practice.openCases} open cases`}
              </LinkButton>
            )}
            {may(actor, "invoices.view") && <LinkButton href={`/practices/${practice.id}/account`}>Account</LinkButton>}
            {may(actor, "practices.manage") && <ArchiveButton {...practice} />}
            {editable && (
              <LinkButton href={`/practices/${practice.id}/edit`} variant="primary" icon={<Pencil />}>
                Edit
              </LinkButton>
            )}
          </>
        }
      />
      {practice.archived && (
        <div className="mb-4">
          <Notice tone="info" title="This practice is archived">
            It shows in no list and can send no cases. Restore it to work with it again.
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-4">
          <Panel
            title="Dentists"
            flush
            actions={editable && <AddDentist practiceId={practice.id} priceLists={priceLists} />}
          >
            <DentistList dentists={dentists} priceLists={priceLists} editable={editable} />
          </Panel>
          <TermsPanel practice={practice} />
          {practice.notes && (
            <Panel title="Notes for the lab">
              <p className="text-sm break-words whitespace-pre-wrap">{practice.notes}</p>
            </Panel>
          )}
        </div>
        <div className="flex flex-col gap-4">
          <ContactPanel practice={practice} />
          <Panel title="Opening hours">
            <OpeningTable hours={practice.openingHours} />
          </Panel>
          <Panel title="Closing days">
            <ClosingDaysOfPractice practiceId={practice.id} closings={closings} today={today} editable={editable} />
          </Panel>
          <Panel
            title="People"
            flush
            actions={editable && <InvitePerson editor={{ by: "lab" }} practiceId={practice.id} />}
          >
            {people.length === 0 ? (
              <EmptyState
                title="Nobody yet"
                hint={editable ? "Invite a dentist of the practice, who then sends and follows cases here." : undefined}
              />
            ) : (
              <PeopleList
                people={people.map((p) => ({ ...p, lastSignInAt: p.lastSignInAt?.toISOString() ?? null }))}
                self={null}
                editor={editable ? { by: "lab" } : null}
              />
            )}
          </Panel>
        </div>
      </div>
    </>
  );
}

function ContactPanel({ practice }: { practice: PracticeDetail }) {
  const { latitude, longitude } = practice;
  const town = [practice.city, practice.postcode].filter(Boolean).join(" ");
  const line = "flex min-h-control items-center gap-2 text-sm [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";
  return (
    <Panel title="Address and contact">
      <address className="flex flex-col not-italic">
        <span className="mb-1 flex items-start gap-2 text-sm">
          <MapPin aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span>
            {[practice.addressLine1, practice.addressLine2, town].filter(Boolean).map((part) => (
              <span key={part} className="block">
                {part}
              </span>
            ))}
            {latitude && longitude && (
              <span className="block text-xs text-muted tabular-nums">
                {Number(latitude)}, {Number(longitude)}
              </span>
            )}
          </span>
        </span>
        {practice.phone && (
          <a href={`tel:${practice.phone.replaceAll(" ", "")}`} className={line}>
            <Phone aria-hidden />
            <span className="text-accent-text underline-offset-2 hover:underline">{practice.phone}</span>
          </a>
        )}
        {practice.email && (
          <a href={`mailto:${practice.email}`} className={line}>
            <Mail aria-hidden />
            <span className="min-w-0 break-all text-accent-text underline-offset-2 hover:underline">
              {practice.email}
            </span>
          </a>
        )}
      </address>
    </Panel>
  );
}
