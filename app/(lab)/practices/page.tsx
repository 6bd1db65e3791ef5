import { FileUp, Plus, Stethoscope } from "lucide-react";
import { z } from "zod";
import { PracticeTable } from "@/components/practices/practice-table";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listPractices, type PracticePage } from "@/lib/practices/queries";
import { PRACTICE_STATUSES } from "@/lib/practices/vocabulary";

export const metadata = { title: "Practices" };

/** `after` and `before` are name and id of the row to go on from. */
const search = z.object({
  q: wordsParam(100).catch(""),
  status: z
    .enum([...PRACTICE_STATUSES, "archived"])
    .nullable()
    .catch(null),
  after: rowKeyParam,
  before: rowKeyParam,
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PracticesPage({ searchParams }: Props) {
  const actor = await pageActor("practices.view");
  const { q, status, after, before } = search.parse({ ...(await searchParams) });
  const archived = status === "archived";
  const page = await asActor(actor, (tx) =>
    listPractices(tx, { q, status: status === "archived" ? null : status, archived, after, before }),
  );
  const filtered = q !== "" || status !== null;
  return (
    <>
      <LiveRefresh topics={["practices"]} />
      <PageHeader
        title="Practices"
        subtitle="The dentists' businesses that send cases, and the terms they have"
        actions={
          <>
            {may(actor, "practices.import") && (
              <LinkButton href="/practices/import" icon={<FileUp />}>
                Import
              </LinkButton>
            )}
            {may(actor, "practices.manage") && (
              <LinkButton href="/practices/new" variant="primary" icon={<Plus />}>
                New practice
              </LinkButton>
            )}
          </>
        }
      />
      <PracticeTable
        rows={page.rows}
        empty={
          <EmptyState
            icon={<Stethoscope strokeWidth={1.5} />}
            title={filtered ? "No practice matches" : "No practices yet"}
            hint={filtered ? "Try fewer letters or another status." : "Add one, or import a list from a CSV file."}
          />
        }
        pager={<Pager {...pages(page, q, status)} newerLabel="Previous" olderLabel="Next" summary={summary(page)} />}
      />
    </>
  );
}

function pages({ rows, hasLess, hasMore }: PracticePage, q: string, status: string | null) {
  const link = (direction: "after" | "before", row: PracticePage["rows"][number] | undefined) => {
    const params = new URLSearchParams({
      ...(q && { q }),
      ...(status && { status }),
      [direction]: `${row?.name}|${row?.id}`,
    });
    return `/practices?${params}`;
  };
  return {
    newerHref: hasLess ? link("before", rows[0]) : undefined,
    olderHref: hasMore ? link("after", rows.at(-1)) : undefined,
  };
}

const summary = ({ rows, hasLess, hasMore }: PracticePage) =>
  `${rows.length === 1 ? "1 practice" : `${rows.length} practices`}${hasLess || hasMore ? " on this page" : ""}`;
