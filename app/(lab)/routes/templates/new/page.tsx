import { TemplateForm } from "@/components/logistics/templates/template-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { findPractices } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";
import { labHours } from "@/lib/labs/calendar/queries";
import { driverChoices } from "@/lib/logistics/route-queries";

export const metadata = { title: "New route template" };

export default async function NewTemplatePage() {
  const actor = await pageActor("carriers.manage");
  const { drivers, hours, practices } = await asActor(actor, async (tx) => ({
    drivers: await driverChoices(tx),
    hours: await labHours(tx),
    practices: await findPractices({ actor, tx }, { query: "" }),
  }));
  return (
    <>
      <PageHeader
        title="New route template"
        breadcrumbs={[
          { label: "Routes", href: "/routes" },
          { label: "Templates", href: "/routes/templates" },
        ]}
      />
      <TemplateForm drivers={drivers} hours={hours} practices={practices} />
    </>
  );
}
