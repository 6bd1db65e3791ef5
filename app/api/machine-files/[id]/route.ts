import { z } from "zod";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { keptMachineFile } from "@/lib/departments/machines/files";
import { answer, routeActor } from "@/lib/files/answer";
import { serveFile } from "@/lib/files/serve";

/** A paper of a machine, for those who manage departments; shown or, with `?download`, kept. One of another lab answers 404. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("departments.manage");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("file");
    const file = await asActor(actor, (tx) => keptMachineFile(tx, id.data));
    return serveFile(file, request, new URL(request.url).searchParams.has("download"));
  });
}
