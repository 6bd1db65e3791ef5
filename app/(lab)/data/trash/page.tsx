import { Trash2 } from "lucide-react";
import { DataHeader } from "@/components/data/data-header";
import { TrashTable } from "@/components/data/trash-table";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { RESTORABLE } from "@/lib/data/trash/catalogue";
import { type TrashFilter, trashParams } from "@/lib/data/trash/filter";
import { listTrash, type TrashPage } from "@/lib/data/trash/queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Trash" };

const labels = Object.fromEntries(Object.entries(RESTORABLE).map(([table, { label }]) => [table, label]));

export default async function TrashListPage({ searchParams }: PageProps<"/data/trash">) {
  const actor = await pageActor("trash.restore");
  const filter = trashParams.parse(await searchParams);
  const page = await asActor(actor, (tx) => listTrash(tx, filter));
  const filtered = filter.kind !== null || filter.q !== "";
  return (
    <>
      <DataHeader
        actor={actor}
        current="/data/trash"
        title="Trash"
        subtitle="What was put away. Nothing here is lost but files, which go for good after 30 days."
      />
      <LiveRefresh topics={["trash"]} />
      <TrashTable
        entries={page.entries}
        labels={labels}
        empty={
          <EmptyState
            icon={<Trash2 strokeWidth={1.5} />}
            title={filtered ? "Nothing in the trash matches" : "The trash is empty"}
            hint={
              filtered
                ? "Try other words or another kind."
                : "What is deleted or archived anywhere in the lab stands here."
            }
          />
        }
        pager={<Pager {...pagesOf(page, filter)} />}
      />
    </>
  );
}

function pagesOf({ entries, hasNewer, hasOlder }: TrashPage, { kind, q }: TrashFilter) {
  const link = (direction: "after" | "before", entry = entries[0]) => {
    const next = new URLSearchParams({ ...(kind ? { kind } : {}), ...(q ? { q } : {}) });
    next.set(direction, `${entry?.deletedAt}|${entry?.id}`);
    return `/data/trash?${next}`;
  };
  return {
    newerHref: hasNewer ? link("before") : undefined,
    olderHref: hasOlder ? link("after", entries.at(-1)) : undefined,
  };
}
