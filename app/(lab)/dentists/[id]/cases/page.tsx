import { z } from "zod";
import { FigureCases } from "@/components/network/figure-cases";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { instantParam, rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { BEHIND, type Behind, casesBehind } from "@/lib/network/dentist-cases";
import { findDentist } from "@/lib/network/dentist-figures";
import { monthName, monthsBack } from "@/lib/reports/months";
import { behindParams } from "@/lib/reports/schema";

export const metadata = { title: "Cases behind a figure" };

const search = behindParams.pick({ months: true, month: true }).extend({
  figure: z.enum(Object.keys(BEHIND) as [Behind, ...Behind[]]).catch("delivered"),
  after: rowKeyParam.transform((key) => (key && instantParam.safeParse(key[0]).success ? key : null)),
});

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DentistCasesPage({ params, searchParams }: Props) {
  const actor = await pageActor("practices.view");
  const { months, month, figure, after } = search.parse(await searchParams);
  const since = monthsBack(months, actor.lab.timeZone);
  const { dentist, page } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      dentist: await findDentist(tx, id),
      page: await casesBehind(tx, { dentistId: id, figure, since, month: month ? `${month}-01` : null, after }),
    })),
  );
  const address = (change: Record<string, string>) =>
    `/dentists/${dentist.id}/cases?${new URLSearchParams({ figure, months: String(months), ...(month ? { month } : {}), ...change })}`;
  return (
    <>
      <PageHeader
        title={`${dentist.name}: ${BEHIND[figure].toLowerCase()}`}
        subtitle={month ? monthName(`${month}-01`, actor.lab.locale) : `The last ${months} months`}
        breadcrumbs={[
          { label: "Dentists", href: "/dentists" },
          { label: dentist.name, href: `/dentists/${dentist.id}` },
        ]}
        tabs={
          <LinkTabs
            label="Figure"
            items={(Object.keys(BEHIND) as Behind[]).map((one) => ({
              href: address({ figure: one }),
              label: BEHIND[one],
              current: one === figure,
            }))}
          />
        }
      />
      <FigureCases
        rows={page.rows.map((row) => ({ ...row, deliveredAt: row.deliveredAt.toISOString() }))}
        pager={
          <Pager
            newerHref={after ? address({}) : undefined}
            newerLabel="Newest"
            olderHref={page.older ? address({ after: page.older }) : undefined}
          />
        }
      />
    </>
  );
}
