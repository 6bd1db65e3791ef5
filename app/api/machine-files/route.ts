import type { ReadableStream } from "node:stream/web";
import { Refusal } from "@/lib/access/errors";
import { addMachineFile, machineFileTarget } from "@/lib/departments/machines/files";
import { answer, routeActor } from "@/lib/files/answer";
import { refuseDeclaredSize } from "@/lib/files/receive";

/**
 * `PUT /api/machine-files?machine=<id>&name=<name>&kind=<kind>[&expires=YYYY-MM-DD][&entry=<id>]` with the file as the body: a paper of a
 * machine. Answers 201 with its id; 401, 403, 404, 413 and 422 with the reason.
 */
export function PUT(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("departments.manage");
    const target = machineFileTarget.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!target.success) throw new Refusal("invalid", "Say of which machine and of what kind the file is.");
    refuseDeclaredSize(request.headers.get("content-length"));
    const data = await addMachineFile(actor, target.data, request.body as ReadableStream<Uint8Array> | null);
    return Response.json({ ok: true, data }, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
