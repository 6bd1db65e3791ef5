import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { IncomingTable } from "@/components/workflow/incoming-table";
import { OpenByScan } from "@/components/workflow/open-by-scan";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { incomingCases, incomingFilterSchema } from "@/lib/workflow/incoming";

export const metadata = { title: "Receiving" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReceivingPage({ searchParams }: Props) {
  const actor = await pageActor("cases.receive");
  const { after } = incomingFilterSchema.parse(await searchParams);
  const { cases, next } = await asActor(actor, (tx) => incomingCases(tx, after));
  return (
    <>
      <LiveRefresh topics={["queue"]} />
      <PageHeader title="Receiving" subtitle="Submitted cases, the urgent ones first, then the oldest" />
      <div className="flex flex-col gap-4">
        <div className="lg:max-w-xl">
          <OpenByScan at="receiving" />
        </div>
        <IncomingTable
          cases={cases}
          notation={actor.toothNotation}
          first={after ? "/receiving" : undefined}
          next={next ? `/receiving?after=${next}` : undefined}
        />
      </div>
    </>
  );
}
