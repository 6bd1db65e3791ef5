import { notFound, Refusal } from "@/lib/access/errors";
import { countWrongFeed, mayReadFeed } from "@/lib/access/guesses";
import { requestOrigin } from "@/lib/access/request";
import { zoneBlock } from "@/lib/calendar/zone-block";
import { answer } from "@/lib/files/answer";
import { feedFor } from "@/lib/staff/rota/feed";

const TOKEN = /^[\w-]{43}$/;

/** The rota behind a secret address as a calendar file. Works without signing in; 404 for any other address, 429 for too many. */
export function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return answer(async () => {
    const { ip } = await requestOrigin();
    if (!(await mayReadFeed(ip))) throw new Refusal("too_many", "This was asked for too often. Try again in an hour.");
    const token = (await params).token.replace(/\.ics$/, "");
    const file = TOKEN.test(token) ? await feedFor(token, zoneBlock) : null;
    if (!file) {
      await countWrongFeed(ip);
      throw notFound("calendar");
    }
    return new Response(file, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="rota.ics"',
        "cache-control": "private, max-age=300",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex",
      },
    });
  });
}
