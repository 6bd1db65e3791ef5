import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer, routeActor } from "@/lib/files/answer";
import { serveFile } from "@/lib/files/serve";
import { PHOTO_NEEDS, stopPhoto } from "@/lib/logistics/proofs/stop-photo";

/** A photo taken at a door. One of another lab, practice or driver answers 404. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor(PHOTO_NEEDS[(await currentActor())?.audience ?? "lab"]);
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("photo");
    const photo = await asActor(actor, (tx) => stopPhoto(tx, id.data));
    return serveFile(photo, request, new URL(request.url).searchParams.has("download"));
  });
}
