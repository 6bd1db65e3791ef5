import { notFound } from "next/navigation";
import { TextEditor } from "@/components/settings/mail/text-editor";
import { TextRevisions } from "@/components/settings/mail/text-revisions";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { LETTER_NAMES, type LetterName, letterKind } from "@/lib/mail/templates/catalogue";
import { previewText } from "@/lib/mail/texts/preview-text";
import { lettersLanguages, textRevisions } from "@/lib/mail/texts/queries";

export const metadata = { title: "Letter" };

export default async function LetterTextPage({ params, searchParams }: PageProps<"/settings/mail/[kind]">) {
  const actor = await pageActor("settings.manage");
  const name = (await params).kind as LetterName;
  if (!LETTER_NAMES.includes(name)) notFound();
  const { language: asked } = await searchParams;
  const kind = letterKind(name);
  const { language, languages, revisions, first, words } = await asActor(actor, async (tx) => {
    const languages = await lettersLanguages(tx, actor.lab.locale);
    const language = languages.find((one) => one === asked) ?? (languages[0] as string);
    const revisions = await textRevisions(tx, name, language);
    const words = revisions[0]?.words ?? kind.words;
    const first = await previewText({ actor, tx }, { kind: name, language, words });
    return { language, languages, revisions, first, words };
  });
  const named = new Intl.DisplayNames("en", { type: "language" });
  return (
    <>
      <PageHeader
        title={kind.label}
        subtitle={kind.goes}
        breadcrumbs={[{ label: "Letters", href: "/settings/mail" }]}
        tabs={
          <LinkTabs
            label="Language"
            items={languages.map((one) => ({
              href: `/settings/mail/${name}?language=${one}`,
              label: named.of(one) ?? one,
              current: one === language,
            }))}
          />
        }
      />
      <TextEditor
        key={`${language} ${revisions[0]?.revision ?? 0}`}
        name={name}
        kind={{ places: kind.places, leads: kind.leads }}
        language={language}
        words={words}
        own={kind.words}
        isOwn={!revisions[0]?.words}
        revision={revisions[0]?.revision ?? 0}
        first={first}
      />
      {revisions.length > 0 && <TextRevisions revisions={revisions} />}
    </>
  );
}
