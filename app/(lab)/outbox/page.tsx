import { Mails } from "lucide-react";
import { z } from "zod";
import { LetterTable } from "@/components/mail/letter-table";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listLetters, MAIL_STATUSES, type MailPage } from "@/lib/mail/queries";

export const metadata = { title: "Letters" };

const search = z.object({
  q: wordsParam(100).catch(""),
  status: z.enum(MAIL_STATUSES).nullable().catch(null),
  after: z.uuid().nullable().catch(null),
  before: z.uuid().nullable().catch(null),
});
type Search = z.output<typeof search>;

export default async function LettersPage({ searchParams }: PageProps<"/outbox">) {
  const actor = await pageActor("outbox.view");
  const asked = search.parse({ ...(await searchParams) });
  const page = await asActor(actor, (tx) => listLetters(tx, asked));
  const filtered = Boolean(asked.q || asked.status);
  return (
    <>
      <PageHeader title="Letters" subtitle="Every e-mail that Casepan wrote for the lab, and what became of it" />
      <LetterTable
        rows={page.rows.map(({ createdAt, ...row }) => ({ ...row, created: createdAt.toISOString() }))}
        empty={
          <EmptyState
            icon={<Mails strokeWidth={1.5} />}
            title={filtered ? "No letter matches" : "No letters yet"}
            hint={
              filtered ? "Try fewer letters or another status." : "Invoices, invitations and links go out from here."
            }
          />
        }
        pager={<Pager {...pages(page, asked)} />}
      />
    </>
  );
}

function pages({ rows, hasLess, hasMore }: MailPage, { q, status }: Search) {
  const link = (direction: "after" | "before", id = "") =>
    `/outbox?${new URLSearchParams({ ...(q && { q }), ...(status && { status }), [direction]: id })}`;
  return {
    newerHref: hasLess ? link("before", rows[0]?.id) : undefined,
    olderHref: hasMore ? link("after", rows.at(-1)?.id) : undefined,
  };
}
