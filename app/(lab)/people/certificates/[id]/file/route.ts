import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { notFound, Refusal } from "@/lib/access/errors";
import { answer, routeActor } from "@/lib/files/answer";
import { serveFile } from "@/lib/files/serve";
import { addCertificateFile, certificateFile } from "@/lib/staff/certificates/file";

const segment = z.object({ id: z.uuid() });
const query = z.strictObject({ name: z.string().min(1).max(1000) });
type Props = { params: Promise<{ id: string }> };

async function idOf(params: Props["params"]): Promise<string> {
  const parsed = segment.safeParse(await params);
  if (!parsed.success) throw notFound("certificate");
  return parsed.data.id;
}

/** The file of a certificate, for those who see people and for its own person; shown or, with `?download`, kept. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("rota.view", "staff.view");
    const file = await certificateFile(actor, await idOf(params));
    return serveFile(file, request, new URL(request.url).searchParams.has("download"));
  });
}

/** `PUT …/file?name=<name>` with the file as the body: keeps it as the certificate's. Answers 201, or 404, 413 and 422 with the reason. */
export function PUT(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("staff.manage");
    const id = await idOf(params);
    const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) throw new Refusal("invalid", "Say the name of the file.");
    const kept = await addCertificateFile(actor, id, {
      name: parsed.data.name,
      declared: request.headers.get("content-length"),
      body: request.body as ReadableStream<Uint8Array> | null,
    });
    return Response.json({ ok: true, data: kept }, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
