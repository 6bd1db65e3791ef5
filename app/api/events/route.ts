import { currentSession } from "@/lib/access/current";
import { eventStream } from "@/lib/live/stream";

/** GET /api/events?topics=a,b: what changed, as server-sent events, for the signed-in person's screens. */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session?.actor) return new Response("Sign in first.", { status: 401 });
  const named = new URL(request.url).searchParams.get("topics")?.slice(0, 2000).split(",").filter(Boolean);
  const stream = eventStream({
    sessionId: session.sessionId,
    actor: session.actor,
    topics: named?.length ? new Set(named) : null,
    signal: request.signal,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
