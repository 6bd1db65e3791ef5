import Link from "next/link";
import { ReviewDialog } from "@/components/cases/review-dialog";
import { StatusBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { type HeldCase, heldCases } from "@/lib/cases/hold-review";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "On hold" };

export default async function HoldsPage() {
  const actor = await pageActor("cases.view");
  const held = await asActor(actor, heldCases);
  const today = labToday(actor.lab.timeZone);
  return (
    <>
      <LiveRefresh topics={["cases"]} />
      <PageHeader
        breadcrumbs={[{ label: "Cases", href: "/cases" }]}
        title="On hold"
        subtitle="Those to be looked at again come first."
      />
      {held.length === 0 && <EmptyState title="Nothing is on hold" hint="A case is put on hold from its own page." />}
      <ul className="flex flex-col gap-3">
        {held.map((one) => (
          <li key={one.caseId}>
            <Held one={one} today={today} editable={may(actor, "cases.hold")} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Held({ one, today, editable }: { one: HeldCase; today: string; editable: boolean }) {
  const due = one.reviewOn !== null && one.reviewOn <= today;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base font-semibold">
            <Link href={`/cases/${one.caseId}`} className="tabular-nums underline-offset-2 hover:underline">
              {one.number}
            </Link>
            {due && <StatusBadge tone="warning">Look again</StatusBadge>}
          </h2>
          <p className="text-sm text-muted">{`${one.patient} · ${one.practice}`}</p>
          <p className="mt-1 text-sm font-medium">{one.reason ?? "No reason given"}</p>
          {one.note && <p className="text-sm break-words whitespace-pre-wrap">{one.note}</p>}
        </div>
        <div className="flex flex-col gap-1 text-sm sm:items-end">
          <p>
            {one.reviewOn ? (
              <>
                Look again <DateTime iso={one.reviewOn} format="day" className="font-medium" />
              </>
            ) : (
              "No day to look again"
            )}
          </p>
          <p className="text-xs text-muted">
            {one.placedBy ?? "Someone"}, <DateTime iso={new Date(one.placedAt).toISOString()} format="date" />
          </p>
          {editable && <ReviewDialog caseId={one.caseId} reviewOn={one.reviewOn} today={today} />}
        </div>
      </div>
    </Card>
  );
}
