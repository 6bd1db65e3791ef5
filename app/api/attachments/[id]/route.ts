import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { serveFile } from "@/lib/files/serve";
import { attachmentFile } from "@/lib/messaging/attachments";

/** What was sent along with a message, shown or, with `?download`, kept. Access follows the conversation; any other answers 404. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("messages.use");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("file");
    const file = await asActor(actor, (tx) => attachmentFile({ actor, tx }, id.data));
    return serveFile(file, request, new URL(request.url).searchParams.has("download"));
  });
}
