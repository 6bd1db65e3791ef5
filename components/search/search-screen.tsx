import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchInput } from "@/components/ui/search-input";
import { SEARCH_GROUPS, type SearchGroupName } from "@/lib/search/groups";
import type { SearchPage } from "@/lib/search/search-page";
import { HitList, NothingFound, SearchResults } from "./search-results";

type SearchScreenProps = {
  found: SearchPage;
  /** Address of this page, and of the list of cases. */
  base: string;
  casesBase: string;
  locale: string;
};

/** The page of all results: by group, or one group by pages. */
export function SearchScreen({ found, base, casesBase, locale }: SearchScreenProps) {
  const { text, words, groups, alone, next } = found;
  const address = (more: Record<string, string>) => `${base}?${new URLSearchParams({ q: text, ...more })}`;
  const moreHref = (name: SearchGroupName) =>
    name === "cases" ? `${casesBase}?${new URLSearchParams({ q: text })}` : address({ in: name });
  const [only] = groups;
  return (
    <>
      <PageHeader
        title={alone ? SEARCH_GROUPS[alone].label : "Search"}
        breadcrumbs={alone ? [{ label: "Search", href: address({}) }] : undefined}
      />
      <SearchInput
        label="Search everything"
        placeholder="Case, patient, note, message …"
        resets={["after"]}
        className="mb-4 sm:w-full sm:max-w-xl"
      />
      {groups.length === 0 && (
        <NothingFound
          text={text}
          words={words}
          action={alone ? <LinkButton href={address({})}>Search everything</LinkButton> : undefined}
        />
      )}
      {alone && only ? (
        <Card>
          <HitList hits={only.hits} words={words} label={SEARCH_GROUPS[alone].label} />
          <Pager olderHref={next ? address({ in: alone, after: next }) : undefined} olderLabel="Next" />
        </Card>
      ) : (
        <SearchResults groups={groups} words={words} locale={locale} moreHref={moreHref} />
      )}
    </>
  );
}
