import { forbidden, notFound } from "next/navigation";
import { z } from "zod";
import { PersonTab, TABS } from "@/components/people/profile/person-tab";
import { StatusBadge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { personOf } from "@/lib/staff/profiles/queries";

export const metadata = { title: "Person" };

const search = z.object({ tab: z.enum(["profile", ...TABS.map(({ key }) => key)]).catch("profile") });
type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One of the lab's own people, for those who see people and for the person: profile, times, leave, certificates and hours. */
export default async function PersonPage({ params, searchParams }: Props) {
  const actor = await pageActor("rota.view", "staff.view");
  const { id } = await params;
  const own = id === actor.userId;
  if (!own && !may(actor, "staff.view")) forbidden();
  const person = await foundBy(id, (userId) =>
    asActor(actor, async (tx) => (await personOf(tx, userId, may(actor, "staff.manage"))) ?? notFound()),
  );
  const { tab } = search.parse(await searchParams);
  return (
    <>
      <LiveRefresh topics={["people", "rota", "leave"]} />
      <PageHeader
        title={person.name}
        subtitle={[person.jobTitle ?? person.role, person.department].filter(Boolean).join(" · ")}
        breadcrumbs={
          may(actor, "staff.view") ? [{ label: "People", href: "/people" }] : [{ label: "Rota", href: "/people/rota" }]
        }
        status={person.active ? undefined : <StatusBadge tone="neutral">Account disabled</StatusBadge>}
        tabs={
          <LinkTabs
            label="Person"
            items={[
              { href: `/people/${id}`, label: "Profile", current: tab === "profile" },
              ...TABS.map(({ key, label }) => ({
                href: `/people/${id}?tab=${key}`,
                label,
                current: tab === key,
              })),
            ]}
          />
        }
      />
      <PersonTab actor={actor} person={person} tab={tab} own={own} />
    </>
  );
}
