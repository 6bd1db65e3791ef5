import type { ReadableStream } from "node:stream/web";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { claimedFormat, FORMATS } from "@/lib/files/formats";
import { fileName } from "@/lib/files/name";
import { type Received, receive } from "@/lib/files/receive";
import { currentStore, storeNamed } from "@/lib/files/store";
import { type Archive, type ArchiveFile, inArchive } from "./archive";
import { keepDraft, type StoredFile } from "./keep-draft";
import { type Imported, importedBefore, type Prescribed, prescribersOf } from "./match-order";
import { MOST_XML, readOrder, type ScannerOrder } from "./read-order";
import { refuseExport } from "./refusals";

export type ExportAnswer =
  | { kind: "imported"; draftId: string; practiceId: string }
  | ({ kind: "already" } & Imported)
  | { kind: "which_practice"; practices: { id: string; name: string }[] };

/**
 * Takes in a scanner's export, a ZIP archive that streams: its XML is read, its files are unpacked one by one to disk and recognised
 * by content, and then a draft of the actor's own with all of them is kept, or nothing at all. Answers the draft; or what became of the
 * order when it was imported before; or the practices to choose from when its dentist prescribes at several. Refuses what `receive`,
 * `inArchive`, `readOrder`, `recognise` and `prescribersOf` refuse, and an export without its files (`missing_files`).
 */
export function importExport(
  actor: Actor,
  name: string,
  body: ReadableStream<Uint8Array> | null,
  practiceId: string | null,
): Promise<ExportAnswer> {
  return receive(fileName(name), body, ({ path, size, format }) => {
    if (format !== "zip") throw refuseExport("damaged_archive", "An export comes as a ZIP archive.");
    return inArchive(path, size, async (archive): Promise<ExportAnswer> => {
      const order = await orderIn(archive);
      const { named, leftOut } = filesOf(order, archive);
      const known = await asActor(actor, async (tx) => {
        const prescribers = await prescribersOf({ actor, tx }, order, practiceId ?? actor.practice?.id ?? null);
        return { before: await importedBefore({ actor, tx }, order.orderId), prescribers };
      });
      if (known.before) return { kind: "already", ...known.before };
      const [prescribed, ...others] = known.prescribers as [Prescribed, ...Prescribed[]];
      if (others.length > 0) {
        const practices = known.prescribers.map((p) => ({ id: p.practiceId, name: p.practice }));
        return { kind: "which_practice", practices };
      }
      return unpacked(archive, named, (files) => store(actor, files, { order, prescribed, leftOut }));
    });
  });
}

async function orderIn(archive: Archive): Promise<ScannerOrder> {
  const [xml, second] = archive.files.filter(({ name }) => /\.xml$/i.test(name));
  if (!xml) throw refuseExport("no_order", "There is no iTero order (XML) among these files.");
  if (second)
    throw refuseExport("no_order", "There is more than one order (XML) among these files. Drop one at a time.");
  if (xml.size > MOST_XML) throw refuseExport("bad_order", "The export's XML is too large. Please export it again.");
  const chunks: Uint8Array[] = [];
  for await (const chunk of await archive.open(xml)) chunks.push(chunk);
  return readOrder(Buffer.concat(chunks));
}

/** The files that an order names; pictures of a kind that cannot be added, and what it does not name, are left out by name. */
function filesOf(order: ScannerOrder, archive: Archive): { named: ArchiveFile[]; leftOut: string[] } {
  const found = order.files.map(({ name, kind }) => {
    const those = archive.files.filter((file) => file.name.toLowerCase() === name.toLowerCase());
    if (those.length > 1) throw refuseExport("bad_order", `There are two files called ${name} in this export.`);
    return { name, kind, file: those[0] };
  });
  const missing = found.filter(({ file }) => !file).map(({ name }) => name);
  if (missing.length > 0) {
    const words = missing.length === 1 ? "a file that is" : `${missing.length} files that are`;
    throw refuseExport("missing_files", `The order names ${words} not in the export: ${missing.join(", ")}.`);
  }
  const addable = (name: string) => {
    const format = claimedFormat(name);
    return format !== null && format !== "zip" && FORMATS[format] !== undefined;
  };
  const named = found.flatMap(({ name, kind, file }) => (file && (kind === "surface" || addable(name)) ? [file] : []));
  const leftOut = archive.files.filter((file) => !named.includes(file) && !/\.xml$/i.test(file.name));
  return { named: [...new Set(named)], leftOut: leftOut.map(({ name }) => name).slice(0, 50) };
}

type Taken = { name: string; received: Received };

/** Unpacks files to disk one after the other and recognises each; `use` gets all of them, and afterwards nothing of them stays there. */
async function unpacked<T>(
  archive: Archive,
  [next, ...rest]: readonly ArchiveFile[],
  use: (taken: Taken[]) => Promise<T>,
  taken: Taken[] = [],
): Promise<T> {
  if (!next) return use(taken);
  const name = fileName(next.name);
  return receive(name, await archive.open(next), (received) =>
    unpacked(archive, rest, use, [...taken, { name, received }]),
  );
}

/** Puts the files into the store and writes the draft; when that fails the store lets go of all of them again. */
async function store(
  actor: Actor,
  files: readonly Taken[],
  draft: { order: ScannerOrder; prescribed: Prescribed; leftOut: string[] },
): Promise<ExportAnswer> {
  const name = currentStore();
  const place = storeNamed(name);
  const stored: StoredFile[] = [];
  const letGo = () => Promise.all(stored.map(({ key }) => place.remove(key)));
  try {
    for (const file of files) {
      const { mediaType } = FORMATS[file.received.format];
      const key = await place.keep({ path: file.received.path, labId: actor.lab.id, name: file.name, mediaType });
      stored.push({ ...file, store: name, key });
    }
    const kept = await asActor(actor, (tx) => keepDraft({ actor, tx }, { ...draft, files: stored }));
    if (kept.kind !== "imported") await letGo();
    return kept;
  } catch (error) {
    await letGo();
    throw error;
  }
}
