import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { LETTER_NAMES, letterKind } from "@/lib/mail/templates/catalogue";
import type { ChangedLetter } from "@/lib/mail/texts/queries";

const GROUPS = ["Money", "Practices", "Materials", "Calendar", "Notifications", "Accounts", "Settings"] as const;

/** Every kind of letter, by what it is about, with where the lab speaks in its own words. */
export function LetterList({ changed }: { changed: ChangedLetter[] }) {
  return (
    <Panel title="What letters say" flush>
      {GROUPS.map((group) => (
        <section key={group} aria-label={group} className="border-b last:border-b-0">
          <h3 className="bg-sunken px-4 py-1.5 text-xs font-semibold text-muted">{group}</h3>
          <ul className="divide-y">
            {LETTER_NAMES.filter((name) => letterKind(name).group === group).map((name) => {
              const languages = changed.filter(({ kind }) => kind === name).map(({ language }) => language);
              return (
                <li key={name} className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover">
                  <div className="min-w-0 flex-1">
                    <Link href={`/settings/mail/${name}`} className="text-sm font-medium after:absolute after:inset-0">
                      {letterKind(name).label}
                    </Link>
                    <p className="text-xs text-muted">{letterKind(name).goes}</p>
                  </div>
                  {languages.length > 0 && <Badge tone="info">Own words: {languages.join(", ")}</Badge>}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
