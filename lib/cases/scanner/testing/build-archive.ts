import { readFileSync } from "node:fs";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { binaryStl, jpeg } from "@/lib/files/testing/sample-files";

/** One entry of an archive for tests; what is not said is as an honest archive has it. */
export type Entry = {
  name: string;
  data: Buffer;
  stored?: boolean;
  /** Unix mode, such as 0o120777 for a link. */
  mode?: number;
  declaredSize?: number;
  crc?: number;
  flags?: number;
  /** The data is packed already. */
  packed?: Buffer;
};

/** A ZIP archive, byte by byte, so that it can lie. */
export function archive(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packed = entry.packed ?? (entry.stored ? entry.data : deflateRawSync(entry.data));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (entry.flags ?? 0), 2);
    fields.writeUInt16LE(entry.stored ? 0 : 8, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(entry.data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.declaredSize ?? entry.data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o100644) * 0x10000) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields, tail, name);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed]);
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}

/** The example of an export (format 3.0, the shape of a real one with invented names), with words of it replaced. */
export function exampleXml(replaced: Record<string, string> = {}): string {
  const text = readFileSync(path.join(import.meta.dirname, "itero-export-example.xml"), "utf8");
  return Object.entries(replaced).reduce((xml, [from, to]) => xml.replaceAll(from, to), text);
}

/** The files that the example names, and its XML. */
export function exampleEntries(xml: string = exampleXml()): Entry[] {
  return [
    { name: "iTero_Export_90011223.xml", data: Buffer.from(xml) },
    { name: "gallery_#90011223.jpg", data: jpeg(640, 480), stored: true },
    { name: "90011223_shell_occlusion_l.stl", data: binaryStl(200, "lower") },
    { name: "90011223_shell_occlusion_u.stl", data: binaryStl(220, "upper") },
  ];
}
