import { ArchiveTemplate } from "@/components/logistics/templates/archive-template";
import { TemplateForm } from "@/components/logistics/templates/template-form";
import { StatusBadge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { findPractices } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";
import { driverChoices } from "@/lib/logistics/route-queries";
import { findTemplate } from "@/lib/logistics/templates/template-queries";

export const metadata = { title: "Route template" };

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("carriers.manage");
  const { template, drivers, practices } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      drivers: await driverChoices(tx),
      practices: await findPractices({ actor, tx }, { query: "" }),
      template: await findTemplate(tx, id),
    })),
  );
  const hours = { opensAt: template.departsAt, closesAt: template.shiftEndsAt };
  return (
    <>
      <PageHeader
        title={template.name}
        breadcrumbs={[
          { label: "Routes", href: "/routes" },
          { label: "Templates", href: "/routes/templates" },
        ]}
        status={template.archived && <StatusBadge tone="neutral">Archived</StatusBadge>}
        actions={<ArchiveTemplate id={template.id} version={template.version} archived={template.archived} />}
      />
      {!template.archived && (
        <TemplateForm
          key={template.version}
          template={template}
          drivers={drivers}
          hours={hours}
          practices={practices}
        />
      )}
    </>
  );
}
