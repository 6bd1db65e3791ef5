import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { fieldErrorsOf } from "@/lib/access/action";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { addStream } from "@/lib/files/add-file";
import { answer, routeActor } from "@/lib/files/answer";
import { type FileTarget, placeFor } from "@/lib/files/place";
import { refuseDeclaredSize } from "@/lib/files/receive";

const name = z.string().min(1).max(1000);
const query = z.union([
  z.strictObject({ draft: z.uuid(), name }),
  z.strictObject({ case: z.uuid(), audience: z.enum(["internal", "shared"]).optional(), name }),
  z.strictObject({ versionOf: z.uuid(), name }),
]);

function targetOf(asked: z.infer<typeof query>): FileTarget {
  if ("draft" in asked) return { draftId: asked.draft };
  return "case" in asked ? { caseId: asked.case, audience: asked.audience } : { versionOf: asked.versionOf };
}

/**
 * `PUT /api/files?draft=<id>&name=<name>`, `?case=<id>&name=<name>[&audience=internal]` or `?versionOf=<file>&name=<name>` with the
 * file as the body: adds it to a draft of one's own, to a case one sees (a lab may keep it to itself), or as a new version of a
 * file there. Answers 201 with its row; 401, 403, 404, 409, 413 and 422 with the reason.
 */
export function PUT(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.upload");
    const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) {
      throw new Refusal("invalid", "Say where to, and a name.", "invalid", fieldErrorsOf(parsed.error));
    }
    refuseDeclaredSize(request.headers.get("content-length"));
    const target = targetOf(parsed.data);
    await asActor(actor, (tx) => placeFor({ actor, tx }, target));
    const row = await addStream(actor, target, parsed.data.name, request.body as ReadableStream<Uint8Array> | null);
    return Response.json({ ok: true, data: row }, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
