import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { restoreFile } from "@/lib/files/remove-file";

/** Takes back a file that was put away, with the versions that went with it. */
export function POST(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.upload");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("file");
    return Response.json({ ok: true, data: await asActor(actor, (tx) => restoreFile({ actor, tx }, { id: id.data })) });
  });
}
