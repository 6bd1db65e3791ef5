import { LetterList } from "@/components/settings/mail/letter-list";
import { MailWayForm } from "@/components/settings/mail/mail-way-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { Panel } from "@/components/ui/card";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { carrierOf } from "@/lib/mail/carriers";
import { changedLetters } from "@/lib/mail/texts/queries";
import { mailSettings } from "@/lib/settings/mail/change-mail-way";

export const metadata = { title: "Letters" };

const WAYS = { resend: "Resend", smtp: "its mail server" };

export default async function MailSettingsPage() {
  const actor = await pageActor("settings.manage");
  const [settings, changed] = await asActor(
    actor,
    async (tx) => [await mailSettings(tx, actor.lab.id), await changedLetters(tx)] as const,
  );
  const installation = carrierOf();
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/mail"
        title="Letters"
        subtitle="How letters leave, and what each of them says"
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Panel title="How letters leave">
          <MailWayForm
            key={JSON.stringify(settings)}
            settings={settings}
            installation={installation ? WAYS[installation.name] : "letters are kept here to be read"}
          />
        </Panel>
        <LetterList changed={changed} />
      </div>
    </>
  );
}
