import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { fieldErrorsOf } from "@/lib/access/action";
import { may } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";
import { importExport } from "@/lib/cases/scanner/import-export";
import { answer, routeActor } from "@/lib/files/answer";
import { refuseDeclaredSize } from "@/lib/files/receive";

const query = z.strictObject({ name: z.string().min(1).max(1000), practice: z.uuid().optional() });

/**
 * `PUT /api/scanner-exports?name=<name>[&practice=<id>]` with a scanner's export, a ZIP archive, as the body: makes a draft of one's
 * own with its files. Answers 201 with the draft, 200 with what became of an order imported before or the practices to choose from
 * (`kind`); 401, 403, 413 and 422 with the reason, and then nothing is kept. A practice in the portal imports for itself.
 */
export function PUT(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.upload");
    const portal = actor.audience === "portal";
    if (!may(actor, portal ? "portal.submit" : "cases.submit") || (portal && !actor.practice))
      throw new Refusal("forbidden", "Your role does not allow this.");
    const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success)
      throw new Refusal("invalid", "Say the name of the export.", "invalid", fieldErrorsOf(parsed.error));
    refuseDeclaredSize(request.headers.get("content-length"));
    const body = request.body as ReadableStream<Uint8Array> | null;
    const practice = actor.practice?.id ?? parsed.data.practice ?? null;
    const data = await importExport(actor, parsed.data.name, body, practice);
    const status = data.kind === "imported" ? 201 : 200;
    return Response.json({ ok: true, data }, { status, headers: { "cache-control": "no-store" } });
  });
}
