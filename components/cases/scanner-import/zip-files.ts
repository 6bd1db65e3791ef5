/** CRC-32 of a file's bytes as they are read, never whole in memory. */
async function crcOf(file: Blob): Promise<number> {
  let crc = 0xffffffff;
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const bytes = next.value;
    for (let i = 0; i < bytes.length; i++) crc = (TABLE[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const UTF8_NAMES = 0x800;
const TAKES_VERSION = 20;

/** The fields that a file's own header and its line in the directory share. */
function fields(name: Uint8Array, size: number, crc: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, TAKES_VERSION, true);
  view.setUint16(2, UTF8_NAMES, true);
  view.setUint32(10, crc, true);
  view.setUint32(14, size, true);
  view.setUint32(18, size, true);
  view.setUint16(22, name.length, true);
  return view.buffer as ArrayBuffer;
}

/**
 * One ZIP archive of loose files, not compressed (scans hardly shrink further), so that an export is sent as one thing however it was
 * dropped. The files stay where they are and are read when the archive is sent. Under 4 GB in all.
 */
export async function zipOf(files: readonly File[]): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let at = 0;
  let directorySize = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const shared = fields(name, file.size, await crcOf(file));
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, at, true);
    parts.push(Uint8Array.of(0x50, 0x4b, 3, 4), shared, name, file);
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, TAKES_VERSION, 0), shared, tail.buffer as ArrayBuffer, name);
    at += 30 + name.length + file.size;
    directorySize += 46 + name.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, at, true);
  return new Blob([...parts, ...directory, end.buffer as ArrayBuffer], { type: "application/zip" });
}
