import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { readAttachment } from "@/lib/mail/queries";

const params = z.object({ id: z.uuid(), position: z.coerce.number().int().min(0).max(99) });

/** GET: one attachment of a letter, for whoever may read the lab's letters. */
export async function GET(
  _request: Request,
  context: RouteContext<"/outbox/[id]/attachments/[position]">,
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response("Sign in first.", { status: 401 });
  if (!actor.permissions.has("outbox.view")) return new Response("Your role does not allow this.", { status: 403 });
  const asked = params.safeParse(await context.params);
  if (!asked.success) return new Response("There is no such file.", { status: 404 });
  try {
    const file = await asActor(actor, (tx) => readAttachment(tx, asked.data.id, asked.data.position));
    return new Response(Buffer.from(file.base64, "base64"), {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (thrown) {
    if (thrown instanceof Refusal) return new Response(thrown.message, { status: thrown.status });
    throw thrown;
  }
}
