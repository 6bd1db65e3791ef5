import Link from "next/link";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { type FoundGroup, type Hit, SEARCH_GROUPS, type SearchGroupName } from "@/lib/search/groups";
import { MarkedText } from "./marked-text";

type SearchResultsProps = {
  groups: readonly FoundGroup[];
  words: readonly string[];
  locale: string;
  /** Where all matches of a group are; none when they are all here. */
  moreHref: (name: SearchGroupName) => string;
};

/** How many a group has, in words: "5", "100+". */
function counted({ counted, beyond }: FoundGroup, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(counted)}${beyond ? "+" : ""}`;
}

/** What was found, by group. */
export function SearchResults({ groups, words, locale, moreHref }: SearchResultsProps) {
  return (
    <div className="flex flex-col gap-4">
      {groups.map((group) => (
        <Panel
          key={group.name}
          title={SEARCH_GROUPS[group.name].label}
          aside={<span className="tabular-nums">{counted(group, locale)}</span>}
          actions={
            group.counted > group.hits.length || group.beyond ? (
              <Link href={moreHref(group.name)} prefetch={false} className="text-sm text-accent-text hover:underline">
                All {SEARCH_GROUPS[group.name].label.toLowerCase()}
              </Link>
            ) : undefined
          }
          flush
        >
          <HitList hits={group.hits} words={words} label={SEARCH_GROUPS[group.name].label} />
        </Panel>
      ))}
    </div>
  );
}

/** Things found, each a link with its words marked. */
export function HitList({ hits, words, label }: { hits: readonly Hit[]; words: readonly string[]; label: string }) {
  return (
    <ul aria-label={label} className="divide-y">
      {hits.map((hit) => (
        <li key={hit.id} className="relative px-4 py-2 hover:bg-hover">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <Link
              href={hit.href}
              prefetch={false}
              className="min-w-0 text-sm font-medium break-words outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              <MarkedText text={hit.title} words={words} />
            </Link>
            {hit.at && <DateTime iso={hit.at} format="date" className="text-xs text-muted" />}
          </p>
          {hit.excerpt && (
            <p className="text-sm break-words">
              <MarkedText text={hit.excerpt} words={words} />
            </p>
          )}
          {hit.detail && (
            <p className="text-xs text-muted">
              <MarkedText text={hit.detail} words={words} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Why nothing is shown: nothing asked, only signs, or nothing found. */
export function NothingFound({ text, words, action }: { text: string; words: readonly string[]; action?: ReactNode }) {
  if (text === "")
    return (
      <EmptyState
        title="What are you looking for?"
        hint="A case number, a patient, a dentist, or words of a note or message. Every word must fit; accents and capitals do not matter."
      />
    );
  if (words.length === 0)
    return <EmptyState title="Only signs" hint="Type letters or figures: signs alone find nothing." />;
  return (
    <EmptyState
      title="Nothing found"
      hint="Words of one or two letters must begin a name; longer ones are found inside names and numbers, too. In notes and messages a word must begin as you type it."
      action={action}
    />
  );
}
