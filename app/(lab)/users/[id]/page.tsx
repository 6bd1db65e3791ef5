import { Explanation } from "@/components/access/explanation";
import { UserSessions } from "@/components/access/user-sessions";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { explain, readPerson } from "@/lib/access/users/person";

export const metadata = { title: "User" };

export default async function UserPage({ params }: PageProps<"/users/[id]">) {
  const actor = await pageActor("users.view");
  const person = await foundBy((await params).id, (id) => readPerson(actor, id));
  const places = person.practices.map(({ name }) => name).join(", ");
  return (
    <>
      <PageHeader
        title={person.name}
        breadcrumbs={[{ label: "Users", href: "/users" }]}
        status={
          person.status === "active" ? (
            <StatusBadge tone="success">Active</StatusBadge>
          ) : (
            <StatusBadge tone="neutral">Disabled</StatusBadge>
          )
        }
        actions={
          may(actor, "audit.view") && <LinkButton href={`/audit?person=${person.id}`}>What they changed</LinkButton>
        }
      />
      <div className="flex flex-col gap-4">
        <Panel title="Particulars">
          <DescriptionList
            columns={3}
            items={[
              { term: "E-mail", value: person.email },
              { term: "Role", value: person.role.name },
              ...(places ? [{ term: "Acts for", value: places }] : []),
            ]}
          />
        </Panel>
        <Panel title="Signed in now">
          <UserSessions
            mayEnd={may(actor, "users.manage")}
            sessions={person.sessions.map(({ lastSeenAt, signedInAt, ...session }) => ({
              ...session,
              lastSeen: lastSeenAt.toISOString(),
              signedIn: signedInAt.toISOString(),
            }))}
          />
        </Panel>
        <Panel title="What may they do?">
          <Explanation explained={explain(person)} />
        </Panel>
      </div>
    </>
  );
}
