import { AuditActionBadge } from "@/components/audit/audit-action";
import { BeforeAfter } from "@/components/audit/before-after";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { readAudit } from "@/lib/audit/queries";
import { compare, recordName } from "@/lib/audit/words";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Change" };

export default async function AuditEntryPage({ params }: PageProps<"/audit/[id]">) {
  const actor = await pageActor("audit.view");
  const entry = await foundBy((await params).id, (id) => asActor(actor, (tx) => readAudit(tx, id)));
  return (
    <>
      <PageHeader
        title={recordName(entry.table)}
        breadcrumbs={[{ label: "Audit log", href: "/audit" }]}
        status={<AuditActionBadge action={entry.action} />}
        actions={
          <LinkButton href={`/audit?${new URLSearchParams({ table: entry.table, row: entry.rowId })}`}>
            History of this record
          </LinkButton>
        }
      />
      <div className="flex flex-col gap-4">
        <Panel title="Who and when">
          <DescriptionList
            columns={3}
            items={[
              { term: "Person", value: entry.person ?? "Casepan" },
              { term: "When", value: <DateTime iso={entry.occurredAt} format="full" /> },
              { term: "Address", value: entry.ip },
              { term: "Record", value: <span className="font-mono text-xs break-all">{entry.rowId}</span> },
              { term: "Browser", value: entry.userAgent, wide: true },
            ]}
          />
        </Panel>
        {entry.redacted && (
          <Notice title="Redacted">
            A patient was erased, and what this entry said of them with it. The seal over it still holds: it goes by the
            hash of what was said.
          </Notice>
        )}
        <Panel title="Before and after">
          <BeforeAfter lines={compare(entry.before, entry.after)} />
        </Panel>
      </div>
    </>
  );
}
