import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { fieldErrorsOf } from "@/lib/access/action";
import { notFound, Refusal } from "@/lib/access/errors";
import { maySendDocument } from "@/lib/access/guesses";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import { requestOrigin } from "@/lib/access/request";
import { answer } from "@/lib/files/answer";
import { addDocument } from "@/lib/network/documents";

const query = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/), name: z.string().min(1).max(1000) });

/**
 * `PUT /apply/<lab>/documents?token=<token>&name=<name>` with the document as the body: adds it to the application that the token
 * opens. Works without signing in. Answers 201; 404, 409, 413, 422 and 429 with the reason.
 */
export function PUT(request: Request, { params }: { params: Promise<{ lab: string }> }): Promise<Response> {
  return answer(async () => {
    const origin = await requestOrigin();
    const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success)
      throw new Refusal("invalid", "Say whose document it is, and its name.", "invalid", fieldErrorsOf(parsed.error));
    const place = await publicLab((await params).lab);
    if (!place) throw notFound("lab");
    if (!(await maySendDocument(origin.ip)))
      throw new Refusal("too_many", "Many documents came from here already. Try again in an hour.");
    const added = await addDocument(strangerAt(place.lab, origin), parsed.data.token, {
      name: parsed.data.name,
      declared: request.headers.get("content-length"),
      body: request.body as ReadableStream<Uint8Array> | null,
    });
    return Response.json({ ok: true, data: added }, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
