import { Plus, Waypoints } from "lucide-react";
import { RouteTabs } from "@/components/logistics/route-tabs";
import { TemplateCard } from "@/components/logistics/templates/template-card";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listTemplates } from "@/lib/logistics/templates/template-queries";

export const metadata = { title: "Route templates" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TemplatesPage({ searchParams }: Props) {
  const actor = await pageActor("routes.manage");
  const archived = (await searchParams).show === "archived";
  const templates = await asActor(actor, (tx) => listTemplates(tx, archived));
  const changes = may(actor, "carriers.manage");
  return (
    <>
      <PageHeader
        title="Route templates"
        subtitle="The rounds that are driven every week. Planning a day makes its routes from them."
        breadcrumbs={[{ label: "Routes", href: "/routes" }]}
        actions={
          <>
            <LinkButton href={archived ? "/routes/templates" : "/routes/templates?show=archived"}>
              {archived ? "In use" : "Archived"}
            </LinkButton>
            {changes && (
              <LinkButton href="/routes/templates/new" variant="primary" icon={<Plus />}>
                New template
              </LinkButton>
            )}
          </>
        }
        tabs={<RouteTabs actor={actor} current="templates" />}
      />
      {templates.length === 0 ? (
        <EmptyState
          icon={<Waypoints strokeWidth={1.5} />}
          title={archived ? "Nothing archived" : "No templates yet"}
          hint={archived ? undefined : "Make one for each round that is driven every week, such as AM and PM."}
        />
      ) : (
        <ul className="grid gap-3 lg:grid-cols-2">
          {templates.map((template) => (
            <li key={template.id} className="grid">
              <TemplateCard template={template} href={changes ? `/routes/templates/${template.id}` : null} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
