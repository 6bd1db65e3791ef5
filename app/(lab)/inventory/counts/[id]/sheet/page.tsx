import { countScope } from "@/components/inventory/stock/count-scope";
import { PrintList } from "@/components/inventory/stock/order-list";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { listLines, readCount } from "@/lib/inventory/counts/queries";

export const metadata = { title: "Counting sheet" };

/** A sheet of at most so many lots; who counts more prints by location. */
const MOST = 2000;

export default async function SheetPage({ params }: PageProps<"/inventory/counts/[id]/sheet">) {
  const actor = await pageActor("inventory.count");
  const { count, lines, older } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      count: await readCount(tx, id),
      ...(await listLines(tx, { countId: id, show: null, q: "", after: null, most: MOST })),
    })),
  );
  const isOpen = count.status === "open";
  const heads = [
    "Item",
    "Lot",
    "Expires",
    "Location",
    // Whoever counts does so without knowing what is expected.
    ...(isOpen ? ["Counted"] : ["Expected", "Counted", "Differs"]),
  ];
  return (
    <>
      <PageHeader
        title={`Sheet: ${count.name}`}
        subtitle={
          <>
            {countScope(count)} · <DateTime iso={count.openedAt.toISOString()} /> · {lines.length} lots
            {older && `, the first ${MOST}`}
          </>
        }
        breadcrumbs={[
          { label: "Counts", href: "/inventory/counts" },
          { label: count.name, href: `/inventory/counts/${count.id}` },
        ]}
        actions={<PrintList label="Print sheet" />}
      />
      <div className="overflow-x-auto">
        <table className="w-full min-w-2xl border-collapse text-sm">
          <thead>
            <tr className="border-b text-left text-xs text-muted">
              {heads.map((head) => (
                <th key={head} scope="col" className="px-2 py-2 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {lines.map((line) => (
              <tr key={line.id} className="border-b">
                <td className="px-2 py-2">
                  {line.item} <span className="text-xs text-muted">{line.sku}</span>
                </td>
                <td className="px-2 py-2">{line.lotNumber}</td>
                <td className="px-2 py-2">{line.expiresOn ? <DateTime iso={line.expiresOn} format="date" /> : "–"}</td>
                <td className="px-2 py-2">{line.location ?? "–"}</td>
                {!isOpen && (
                  <td className="px-2 py-2">
                    {line.expected} {line.unit}
                  </td>
                )}
                <td className="px-2 py-2">
                  {line.counted === null ? (
                    <span className="inline-block w-24 border-b border-line-strong">
                      <span className="sr-only">not counted</span>&nbsp;
                    </span>
                  ) : (
                    `${line.counted} ${line.unit}`
                  )}
                </td>
                {!isOpen && <td className="px-2 py-2">{line.difference ?? "–"}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isOpen && <p className="mt-8 text-sm">Counted by ______________________ on ______________</p>}
    </>
  );
}
