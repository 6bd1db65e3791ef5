import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { removeFile } from "@/lib/files/remove-file";
import { keptFile, serveFile } from "@/lib/files/serve";

type Segment = { params: Promise<{ id: string }> };

const idOf = async ({ params }: Segment) => {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) throw notFound("file");
  return id.data;
};

/** The file's content, shown or, with `?download`, kept. A file of another lab or practice answers 404. */
export function GET(request: Request, segment: Segment): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.view");
    const id = await idOf(segment);
    const file = await asActor(actor, (tx) => keptFile(tx, id));
    return serveFile(file, request, new URL(request.url).searchParams.has("download"));
  });
}

/** Puts a version of a file away or, with `?all`, the whole file; `POST /api/files/<id>/restore` takes it back. */
export function DELETE(request: Request, segment: Segment): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("files.upload");
    const id = await idOf(segment);
    const all = new URL(request.url).searchParams.has("all");
    return Response.json({ ok: true, data: await asActor(actor, (tx) => removeFile({ actor, tx }, { id, all })) });
  });
}
