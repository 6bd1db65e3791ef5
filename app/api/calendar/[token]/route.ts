import { notFound, Refusal } from "@/lib/access/errors";
import { countWrongFeed, mayReadFeed } from "@/lib/access/guesses";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import { requestOrigin } from "@/lib/access/request";
import { feedOf } from "@/lib/calendar/feed";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";

/**
 * `GET /api/calendar/LAB.SECRET`: a person's own appointments as a calendar file, for programs that cannot sign in. The secret is the
 * right to it; answers 404 to any other, and 429 to whoever tries too many.
 */
export function GET(_request: Request, { params }: RouteContext<"/api/calendar/[token]">): Promise<Response> {
  return answer(async () => {
    const origin = await requestOrigin();
    const [slug = "", secret = ""] = (await params).token.split(".");
    if (!(await mayReadFeed(origin.ip))) throw new Refusal("too_many", "Too many requests. Try again in an hour.");
    const place = secret ? await publicLab(slug) : null;
    const file = place && (await asActor(strangerAt(place.lab, origin), (tx) => feedOf(tx, secret, place.lab.name)));
    if (!file) {
      await countWrongFeed(origin.ip);
      throw notFound("calendar");
    }
    return new Response(file, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="casepan.ics"',
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
