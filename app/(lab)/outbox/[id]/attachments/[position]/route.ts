import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { disposition } from "@/lib/files/serve";
import { readAttachment } from "@/lib/mail/queries";

const params = z.object({ id: z.uuid(), position: z.coerce.number().int().min(0).max(99) });

/** One attachment of a letter, for whoever may read the lab's letters; of another lab's it answers 404. */
export function GET(
  _request: Request,
  context: RouteContext<"/outbox/[id]/attachments/[position]">,
): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("outbox.view");
    const asked = params.safeParse(await context.params);
    if (!asked.success) throw notFound("attachment");
    const file = await asActor(actor, (tx) => readAttachment(tx, asked.data.id, asked.data.position));
    return new Response(Buffer.from(file.base64, "base64"), {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": disposition("attachment", file.name),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
