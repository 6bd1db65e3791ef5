import { Users } from "lucide-react";
import { z } from "zod";
import { InviteUser } from "@/components/access/invite-user";
import { NewRole } from "@/components/access/new-role";
import { RoleMatrix } from "@/components/access/role-matrix";
import { UserTable } from "@/components/access/user-table";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { listRoles, listUsers, practiceChoices, type UserPage } from "@/lib/access/users/queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Users" };

/** `after` and `before` are name and id of the row to go on from. */
const search = z.object({
  tab: z.enum(["people", "roles"]).catch("people"),
  q: wordsParam(100).catch(""),
  role: z.uuid().nullable().catch(null),
  status: z.enum(["active", "disabled"]).nullable().catch(null),
  after: rowKeyParam,
  before: rowKeyParam,
});
type Search = z.output<typeof search>;

export default async function UsersPage({ searchParams }: PageProps<"/users">) {
  const actor = await pageActor("users.view");
  const asked = search.parse({ ...(await searchParams) });
  const mayManage = may(actor, "users.manage");
  const mayChange = may(actor, "roles.manage");
  const { roles, practices } = await asActor(actor, async (tx) => ({
    roles: await listRoles(tx),
    practices: mayManage ? await practiceChoices(tx) : [],
  }));
  return (
    <>
      <PageHeader
        title="Users"
        subtitle="Who may open this lab, and as what"
        actions={
          asked.tab === "roles"
            ? mayChange && <NewRole roles={roles} />
            : mayManage && <InviteUser roles={roles} practices={practices} />
        }
        tabs={
          <LinkTabs
            label="Users"
            items={[
              { href: "/users", label: "People", current: asked.tab === "people" },
              { href: "/users?tab=roles", label: "What roles may do", current: asked.tab === "roles" },
            ]}
          />
        }
      />
      {asked.tab === "roles" ? <RoleMatrix roles={roles} mayChange={mayChange} /> : await people(asked)}
    </>
  );

  async function people({ q, role, status, after, before }: Search) {
    const page = await listUsers(actor, { q, roleId: role, status, after, before });
    const filtered = Boolean(q || role || status);
    return (
      <UserTable
        rows={page.rows.map(({ lastSeenAt, ...row }) => ({ ...row, lastSeen: lastSeenAt?.toISOString() ?? null }))}
        roles={roles}
        practices={practices}
        mayManage={mayManage}
        empty={
          <EmptyState
            icon={<Users strokeWidth={1.5} />}
            title={filtered ? "No one matches" : "No one yet"}
            hint={filtered ? "Try fewer letters, another role or status." : "Invite the people of your lab."}
          />
        }
        pager={<Pager {...pages(page, { q, role, status })} newerLabel="Previous" olderLabel="Next" />}
      />
    );
  }
}

function pages({ rows, hasLess, hasMore }: UserPage, { q, role, status }: Pick<Search, "q" | "role" | "status">) {
  const link = (direction: "after" | "before", row: UserPage["rows"][number] | undefined) => {
    const narrowed = { ...(q && { q }), ...(role && { role }), ...(status && { status }) };
    return `/users?${new URLSearchParams({ ...narrowed, [direction]: `${row?.name}|${row?.id}` })}`;
  };
  return {
    newerHref: hasLess ? link("before", rows[0]) : undefined,
    olderHref: hasMore ? link("after", rows.at(-1)) : undefined,
  };
}
