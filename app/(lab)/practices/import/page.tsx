import { ImportScreen } from "@/components/practices/import-screen";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";

export const metadata = { title: "Import practices" };

export default async function ImportPracticesPage() {
  await pageActor("practices.import");
  return (
    <>
      <PageHeader
        title="Import practices"
        subtitle="All rows of a file or none; practices that exist already are left as they are"
        breadcrumbs={[{ label: "Practices", href: "/practices" }]}
      />
      <ImportScreen />
    </>
  );
}
