import { SettingsHeader } from "@/components/settings/settings-header";
import { TemplateList } from "@/components/settings/templates/template-list";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { departmentChoices, editedTemplates } from "@/lib/labs/templates/queries";

export const metadata = { title: "Templates" };

export default async function TemplatesPage() {
  const actor = await pageActor("templates.manage");
  const [templates, departments] = await asActor(
    actor,
    async (tx) => [await editedTemplates(tx), await departmentChoices(tx)] as const,
  );
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/templates"
        title="Templates"
        subtitle="What the lab makes, through which stages, in how many days"
      />
      <TemplateList templates={templates} departments={departments} />
    </>
  );
}
