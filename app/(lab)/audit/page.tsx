import { Download, ScrollText } from "lucide-react";
import { AuditTable } from "@/components/audit/audit-table";
import { LinkButton } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { type AuditFilter, auditParams } from "@/lib/audit/filter";
import { type AuditEntry, auditedPeople, auditedTables, listAudit, newestSeal } from "@/lib/audit/queries";
import { recordName } from "@/lib/audit/words";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Audit log" };

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const actor = await pageActor("audit.view");
  const filter = auditParams.parse(await searchParams);
  const { page, people, tables, seal } = await asActor(actor, async (tx) => ({
    page: await listAudit(tx, filter),
    people: await auditedPeople(tx),
    tables: await auditedTables(tx),
    seal: await newestSeal(tx),
  }));
  const address = addressOf(filter);
  const filtered = address.size > 0;
  return (
    <>
      <PageHeader
        title={filter.row && filter.table ? `History of a record: ${recordName(filter.table)}` : "Audit log"}
        subtitle="Every change to the lab's records: who, when, and what it was before"
        actions={
          <LinkButton href={`/api/audit/export?${address}`} prefetch={false} icon={<Download aria-hidden />}>
            Export
          </LinkButton>
        }
      />
      <AuditTable
        entries={page.entries}
        people={people}
        tables={tables}
        empty={
          <EmptyState
            icon={<ScrollText strokeWidth={1.5} />}
            title={filtered ? "No change matches" : "No changes yet"}
            hint={filtered ? "Try other days or another person." : "Whatever is changed from now on stands here."}
          />
        }
        pager={<Pager {...pages(page, address)} />}
      />
      <p className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        {seal ? (
          <>
            <span>
              Sealed to <DateTime iso={seal.endsAt.toISOString()} format="datetime" />, block {seal.position}, digest{" "}
              <span className="font-mono wrap-anywhere">{seal.digest}</span>
            </span>
            <CopyButton text={seal.digest} label="Copy digest" />
          </>
        ) : (
          <span>Not sealed yet: the log is sealed every hour.</span>
        )}
      </p>
    </>
  );
}

function addressOf({ after: _after, before: _before, ...filter }: AuditFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function pages(
  { entries, hasNewer, hasOlder }: { entries: AuditEntry[]; hasNewer: boolean; hasOlder: boolean },
  address: URLSearchParams,
) {
  const link = (direction: "after" | "before", entry?: AuditEntry) => {
    const next = new URLSearchParams(address);
    next.set(direction, `${entry?.occurredAt}|${entry?.id}`);
    return `/audit?${next}`;
  };
  return {
    newerHref: hasNewer ? link("before", entries[0]) : undefined,
    olderHref: hasOlder ? link("after", entries.at(-1)) : undefined,
  };
}
