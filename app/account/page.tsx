import type { Metadata } from "next";
import { AddressForm } from "@/components/access/address-form";
import { ParticularsForm } from "@/components/access/particulars-form";
import { PasswordForm } from "@/components/access/password-form";
import { SessionList } from "@/components/access/session-list";
import { PreferencesForm } from "@/components/notifications/preferences-form";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { accountOf, sessionsOf } from "@/lib/access/account/queries";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { preferencesOf } from "@/lib/notifications/preferences";
import { TYPES_FOR } from "@/lib/notifications/vocabulary";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const actor = await pageActor("account.manage");
  const [account, sessions] = await Promise.all([accountOf(actor), sessionsOf(actor)]);
  const preferences = await asActor(actor, (tx) => preferencesOf({ actor, tx }));
  return (
    <>
      <PageHeader title="Account" subtitle={`${actor.role.name} at ${actor.practice?.name ?? actor.lab.name}`} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Panel title="About me">
            <ParticularsForm name={actor.name} toothNotation={actor.toothNotation} />
          </Panel>
          <Panel title="E-mail">
            <AddressForm email={actor.email ?? ""} {...account} />
          </Panel>
          <section id="notifications" className="scroll-mt-24">
            <Panel title="Notifications">
              <PreferencesForm preferences={preferences} types={TYPES_FOR[actor.audience]} />
            </Panel>
          </section>
        </div>
        <div className="flex flex-col gap-4">
          <Panel title="Password">
            <PasswordForm email={actor.email ?? ""} />
          </Panel>
          <Panel title="Where I am signed in" flush>
            <SessionList
              sessions={sessions.map(({ lastSeenAt, signedInAt, ...session }) => ({
                ...session,
                lastSeen: lastSeenAt.toISOString(),
                signedIn: signedInAt.toISOString(),
              }))}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}
