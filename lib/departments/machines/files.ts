import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { invalid, notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { FORMATS } from "@/lib/files/formats";
import { keep } from "@/lib/files/keep";
import { fileName } from "@/lib/files/name";
import { receive } from "@/lib/files/receive";
import type { KeptFile } from "@/lib/files/serve";

export const FILE_KINDS = ["document", "photo", "calibration", "maintenance"] as const;
export type MachineFileKind = (typeof FILE_KINDS)[number];

/** Where a paper of a machine goes: of which kind, with the last day of a certificate, or to a line of the log. */
export const machineFileTarget = z.object({
  machine: z.uuid(),
  name: z.string().min(1).max(1000),
  kind: z.enum(FILE_KINDS),
  expires: z.iso.date().nullable().catch(null),
  entry: z.uuid().nullable().catch(null),
});

export type MachineFile = {
  id: string;
  kind: MachineFileKind;
  name: string;
  mediaType: string;
  sizeBytes: number;
  expiresOn: string | null;
  createdAt: Date;
};

/** The papers of a machine, the newest first; those of its log stand there. At most 100. */
export const machineFiles = (tx: Transaction, equipmentId: string): Promise<MachineFile[]> =>
  tx.rows<MachineFile>(sql`
    SELECT id, kind, name, media_type AS "mediaType", size_bytes::float AS "sizeBytes", expires_on AS "expiresOn", created_at AS "createdAt"
    FROM equipment_files WHERE equipment_id = ${equipmentId} AND kind <> 'maintenance' ORDER BY created_at DESC, id DESC LIMIT 100`);

/**
 * Takes a stream in as a paper of a machine: recognised by its content and kept. Refuses what `receive` refuses, a photo that is none and
 * a paper that is no PDF or picture (at `file`), a certificate without its last day (at `expires`), and with `not_found`.
 */
export async function addMachineFile(
  actor: Actor,
  { machine, name, kind, expires, entry }: z.output<typeof machineFileTarget>,
  stream: ReadableStream<Uint8Array> | null,
): Promise<{ id: string }> {
  const called = fileName(name);
  if (kind === "calibration" && !expires) throw invalid("expires", "Say until when the certificate holds.");
  return receive(called, stream, (received) => {
    const is = FORMATS[received.format].kind;
    if (kind === "photo" ? is !== "photo" : is === "scan")
      throw invalid("file", kind === "photo" ? "This is not a photo." : "A PDF or a picture, please.");
    return keep({ labId: actor.lab.id, name: called, received }, ({ store, key, mediaType }) =>
      asActor(actor, async (tx) => {
        if (!(await tx.row(sql`SELECT 1 FROM department_equipment WHERE id = ${machine}`))) throw notFound("machine");
        if (
          entry &&
          !(await tx.row(sql`SELECT 1 FROM maintenance_log WHERE id = ${entry} AND equipment_id = ${machine}`))
        )
          throw notFound("entry");
        const kept = await tx.row<{ id: string }>(sql`
          INSERT INTO equipment_files (equipment_id, maintenance_log_id, kind, expires_on, name, media_type, size_bytes, sha256, store, store_key)
          VALUES (${machine}, ${kind === "maintenance" ? entry : null}::uuid, ${kind}, ${kind === "calibration" ? expires : null}::date, ${called}, ${mediaType},
            ${received.size}, ${received.sha256}, ${store}, ${key}) RETURNING id`);
        return kept as { id: string };
      }),
    );
  });
}

/** A paper of a machine that the actor of this transaction may open; refuses with `not_found` for any other. */
export async function keptMachineFile(tx: Transaction, id: string): Promise<KeptFile> {
  const file = await tx.row<KeptFile>(sql`
    SELECT id, name, media_type AS "mediaType", size_bytes::float AS "sizeBytes", sha256, store, store_key AS "storeKey"
    FROM equipment_files WHERE id = ${id}`);
  if (!file) throw notFound("file");
  return file;
}

/** Takes a paper away; `restoreMachineFile` brings it back. Refuses with `not_found`. */
export const removeMachineFile = ({ tx }: Context, { id }: { id: string }) => mark(tx, id, true);

/** Brings a paper back that was taken away. Refuses with `not_found`. */
export const restoreMachineFile = ({ tx }: Context, { id }: { id: string }) => mark(tx, id, false);

async function mark(tx: Transaction, id: string, gone: boolean): Promise<{ id: string }> {
  await tx.includeDeleted();
  const changed = await tx.execute(
    sql`UPDATE equipment_files SET deleted_at = CASE WHEN ${gone}::boolean THEN now() END WHERE id = ${id}`,
  );
  if (changed === 0) throw notFound("file");
  return { id };
}
