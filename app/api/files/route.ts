import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { fieldErrorsOf } from "@/lib/access/action";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { addFile, type FileTarget, placeFor } from "@/lib/files/add-file";
import { answer, routeActor } from "@/lib/files/answer";
import { fileName } from "@/lib/files/name";
import { receive, refuseDeclaredSize } from "@/lib/files/receive";

const query = z.union([
  z.strictObject({ draft: z.uuid(), name: z.string().min(1).max(1000) }),
  z.strictObject({ case: z.uuid(), name: z.string().min(1).max(1000) }),
]);

/**
 * `PUT /api/files?draft=<id>&name=<name>` or `?case=<id>&name=<name>` with the file as the body: adds it to a draft of one's own
 * or a case one sees. Answers 201 with its row; 401, 403, 404, 409, 413 and 422 with the reason.
 */
export function PUT(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.upload");
    const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) {
      throw new Refusal("invalid", "Say a draft or a case, and a name.", "invalid", fieldErrorsOf(parsed.error));
    }
    refuseDeclaredSize(request.headers.get("content-length"));
    const name = fileName(parsed.data.name);
    const target: FileTarget = "draft" in parsed.data ? { draftId: parsed.data.draft } : { caseId: parsed.data.case };
    await asActor(actor, (tx) => placeFor({ actor, tx }, target));
    const body = request.body as ReadableStream<Uint8Array> | null;
    const row = await receive(name, body, (received) => addFile(actor, target, name, received));
    return Response.json({ ok: true, data: row }, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
