import Link from "next/link";
import { StatusBadge } from "@/components/ui/badge";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { ownNotices } from "@/lib/inventory/recalls/queries";

export const metadata = { title: "Recalls" };

export default async function PortalRecallsPage() {
  const actor = await pageActor("portal.view");
  const notices = await asActor(actor, (tx) => ownNotices(tx));
  return (
    <>
      <LiveRefresh topics={["recalls"]} />
      <PageHeader title="Recalls" breadcrumbs={[{ href: "/portal", label: "Cases" }]} />
      {notices.length === 0 ? (
        <EmptyState title="No material of yours was recalled" hint="The lab would tell you here and by letter." />
      ) : (
        <ul aria-label="Recalls" className="divide-y rounded-lg border bg-surface">
          {notices.map(({ id, told, toldAt, acknowledgedAt, withdrawnAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm">
              <span className="min-w-0 flex-1 basis-56">
                <Link href={`/portal/recalls/${id}`} className="font-medium underline">
                  {told.material}, lot {told.lot}
                </Link>
                <span className="block text-muted">
                  {told.cases.length} {told.cases.length === 1 ? "case" : "cases"},{" "}
                  <DateTime iso={toldAt.toISOString()} format="date" />
                </span>
              </span>
              {withdrawnAt ? (
                <StatusBadge tone="neutral">Withdrawn</StatusBadge>
              ) : acknowledgedAt ? (
                <StatusBadge tone="success">Acknowledged</StatusBadge>
              ) : (
                <StatusBadge tone="warning">Please acknowledge</StatusBadge>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
