import { SearchScreen } from "@/components/search/search-screen";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { searchPage, searchPageParams } from "@/lib/search/search-page";

export const metadata = { title: "Search" };

type SearchPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LabSearchPage({ searchParams }: SearchPageProps) {
  const actor = await pageActor("cases.view");
  const params = searchPageParams.parse(await searchParams);
  const found = await asActor(actor, (tx) => searchPage({ actor, tx }, params));
  return <SearchScreen found={found} base="/search" casesBase="/cases" locale={actor.lab.locale} />;
}
