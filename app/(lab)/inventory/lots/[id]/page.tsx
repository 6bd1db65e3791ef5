import { Printer } from "lucide-react";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RecallDialog } from "@/components/inventory/recalls/recall-dialog";
import { CarriedList } from "@/components/inventory/trace/carried-list";
import { LotFacts } from "@/components/inventory/trace/lot-facts";
import { MovementList } from "@/components/inventory/trace/movement-list";
import { UseTable } from "@/components/inventory/trace/use-table";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { lotHead, lotMovements } from "@/lib/inventory/trace/lot-head";
import { pagePlace, placeText } from "@/lib/inventory/trace/page-place";
import { usesOfLot } from "@/lib/inventory/trace/uses";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Lot" };

const PAGE = 50;
const MOVEMENTS = 12;

export default async function LotPage({ params, searchParams }: PageProps<"/inventory/lots/[id]">) {
  const actor = await pageActor("inventory.view");
  const id = z.uuid().safeParse((await params).id).data;
  if (!id) notFound();
  const after = pagePlace.parse((await searchParams).after);
  const shown = await asActor(actor, async (tx) => {
    const lot = await lotHead(tx, id);
    return (
      lot && { lot, uses: await usesOfLot(tx, id, PAGE + 1, after), movements: await lotMovements(tx, id, MOVEMENTS) }
    );
  });
  if (!shown) notFound();
  const { lot, movements } = shown;
  const uses = shown.uses.slice(0, PAGE);
  const last = shown.uses.length > PAGE ? uses.at(-1) : undefined;
  const today = labToday(actor.lab.timeZone);
  const affects = `${lot.cases} ${lot.cases === 1 ? "case" : "cases"} at ${lot.practices} ${lot.practices === 1 ? "practice" : "practices"}`;
  return (
    <>
      <LiveRefresh topics={["recalls", `stock:${lot.itemId}`]} />
      <PageHeader
        title={lot.isUnnumbered ? `${lot.name}, no number` : `Lot ${lot.number}`}
        breadcrumbs={[
          { href: "/inventory", label: "Stock" },
          { href: `/inventory/items/${lot.itemId}`, label: lot.name },
        ]}
        subtitle={`${lot.name} · went into ${affects}`}
        status={lot.recall && <StatusBadge tone="danger">Recalled</StatusBadge>}
        actions={
          <>
            <LinkButton href={`/api/lots/${id}/trace`} prefetch={false} target="_blank" icon={<Printer aria-hidden />}>
              Trace as PDF
            </LinkButton>
            {!lot.recall && !lot.isUnnumbered && may(actor, "inventory.recall") && (
              <RecallDialog lot={{ id, number: lot.number, name: lot.name }} affects={affects} cases={lot.cases} />
            )}
          </>
        }
      />
      {lot.recall && (
        <Notice
          className="mb-4"
          tone="danger"
          title="This lot was recalled and must not be used"
          action={
            <Link href={`/inventory/recalls/${lot.recall.id}`} className="shrink-0 underline">
              Open the recall
            </Link>
          }
        >
          {lot.recall.reason}
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel title="Where it went" aside={affects} flush>
          {uses.length > 0 ? (
            <UseTable uses={uses} notation={actor.toothNotation} label="Uses of this lot" shows="cases" />
          ) : (
            <EmptyState title="It went into no case yet" hint="What the bench takes from it shows here." />
          )}
          <Pager
            newerHref={after ? `/inventory/lots/${id}` : undefined}
            newerLabel="To the newest"
            olderHref={last ? `/inventory/lots/${id}?after=${placeText(last)}` : undefined}
          />
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <LotFacts lot={lot} today={today} />
          <MovementList movements={movements} unit={lot.unit} most={MOVEMENTS} />
          <CarriedList carried={lot.carried} unit={lot.unit} />
        </div>
      </div>
    </>
  );
}
