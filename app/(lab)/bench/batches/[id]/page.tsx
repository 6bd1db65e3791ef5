import { notFound } from "next/navigation";
import { z } from "zod";
import { LoadState, loadWords } from "@/components/bench/load-card";
import { LoadPanel } from "@/components/bench/load-panel";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { oneBatch } from "@/lib/workflow/batches/queries";

export const metadata = { title: "Load" };

export default async function LoadPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("bench.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const batch = await asActor(actor, (tx) => oneBatch(tx, id.data));
  if (!batch) notFound();
  return (
    <div data-density="touch">
      <LiveRefresh topics={["queue"]} />
      <PageHeader
        title={`Load of ${batch.machine}`}
        breadcrumbs={[
          { href: "/bench", label: "Bench" },
          { href: "/bench/batches", label: "Loads" },
        ]}
        status={<LoadState batch={batch} />}
        subtitle={loadWords(batch)}
      />
      <LoadPanel batch={batch} notation={actor.toothNotation} may={{ work: may(actor, "bench.work") }} />
    </div>
  );
}
