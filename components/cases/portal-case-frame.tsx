import { Copy, Printer } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { type Actor, may } from "@/lib/access/actor";
import type { PortalCaseHead } from "@/lib/cases/case-head";
import { CaseStatusBadge, UrgencyMark } from "./case-badges";
import { type PortalTab, portalTabs } from "./case-tabs";

type PortalCaseFrameProps = {
  actor: Actor;
  /** From `portalCaseHead`, read in the page's own transaction. */
  head: PortalCaseHead;
  /** The tab being shown. */
  current: PortalTab;
  counts?: Partial<Record<PortalTab, number>>;
  /** Further live topics of the tab beside the case's own. */
  topics?: readonly string[];
  children: ReactNode;
};

/** What stands above every part of a case's record in the portal. It gates nothing. */
export function PortalCaseFrame({ actor, head, current, counts, topics = [], children }: PortalCaseFrameProps) {
  const { found, asked } = head;
  const open = found.status !== "delivered" && found.status !== "cancelled";
  const tabs = portalTabs(actor, found.id, current, counts);
  return (
    <>
      <LiveRefresh topics={[`case:${found.id}`, ...topics]} />
      <PageHeader
        breadcrumbs={[{ label: "Cases", href: "/portal" }]}
        title={found.patient.reference}
        subtitle={`${found.number} · ${found.dentist.fullName}`}
        status={
          <>
            <CaseStatusBadge status={found.status} />
            {open && found.urgency !== "standard" && <UrgencyMark urgency={found.urgency} />}
          </>
        }
        actions={
          <>
            {may(actor, "portal.submit") && (
              <LinkButton href={`/portal/new?copy=${found.id}`} icon={<Copy aria-hidden />}>
                Order again
              </LinkButton>
            )}
            <LinkButton href={`/portal/cases/${found.id}/ticket`} icon={<Printer aria-hidden />}>
              Ticket
            </LinkButton>
          </>
        }
        tabs={tabs.length > 0 && <LinkTabs label="Parts of the case" items={tabs} replace={false} />}
      />
      {asked && (
        <Notice tone="warning" title={`On hold: ${asked.reason}`} className="mb-4">
          {asked.note && <p className="whitespace-pre-wrap">{asked.note}</p>}
          <p>Write to the lab or add what is missing, and it goes on.</p>
        </Notice>
      )}
      {found.status === "cancelled" && (
        <Notice tone="neutral" title="Cancelled" className="mb-4">
          <p>{found.cancelledReason}</p>
          {found.cancellation && (
            <p>
              {Number(found.cancellation.charge) > 0 ? (
                <>
                  Charged: <Money amount={found.cancellation.charge} currency={found.cancellation.currency} /> before
                  tax
                </>
              ) : (
                "Nothing is charged."
              )}
            </p>
          )}
        </Notice>
      )}
      {children}
    </>
  );
}
