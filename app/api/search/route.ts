import { z } from "zod";
import { placesFor } from "@/components/search/places";
import { currentActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { casesByIds } from "@/lib/cases/queries";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";
import { caseHit } from "@/lib/search/find-cases";
import { groupsOf, searchAll } from "@/lib/search/search-all";
import { searchedWords, searchText } from "@/lib/search/search-words";

const SIZE = 5;
const recentIds = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.uuid()).max(8))
  .catch([]);

/**
 * `GET /api/search?q=<words>`: the first matches of each group the actor may search in. `GET /api/search?recent=<ids>`: the places the
 * actor may go, and of these cases those they may see. Answers 401 when signed out; a group without the right to it is not there.
 */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    const params = new URL(request.url).searchParams;
    const headers = { "cache-control": "private, no-store" };
    if (!params.has("q")) {
      const ids = groupsOf(actor).includes("cases") ? recentIds.parse(params.get("recent") ?? "") : [];
      const recent = ids.length > 0 ? await asActor(actor, (tx) => casesByIds(tx, ids)) : [];
      return Response.json(
        { places: placesFor(actor), recent: recent.map((found) => caseHit(actor, found)) },
        { headers },
      );
    }
    const text = searchText.parse(params.get("q"));
    const groups = await asActor(actor, (tx) => searchAll({ actor, tx }, text, SIZE));
    return Response.json({ words: searchedWords(text), groups }, { headers });
  });
}
