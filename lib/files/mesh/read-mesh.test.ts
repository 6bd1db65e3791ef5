import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxMesh, objOf, textStlOf } from "../testing/mesh-files";
import { MeshFault, type MeshFormat } from "./mesh";
import { MeshCollector } from "./mesh-collector";
import { meshFormat, readMesh } from "./read-mesh";
import { type PlyEncoding, plyOf, stlOf, type WrittenMesh } from "./write-mesh";

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
async function read(format: MeshFormat, bytes: Uint8Array, sizes: readonly number[] = [65_536], most = 1_000_000) {
  const collector = new MeshCollector(most);
  const dropped = await readMesh(format, inChunks(bytes, sizes), bytes.length, collector);
  return { dropped, ...collector.done() };
}
const outcome = (format: MeshFormat, bytes: Uint8Array) =>
  read(format, bytes).then(
    () => "read",
    (error) => {
      if (!(error instanceof MeshFault)) throw error;
      return error.message;
    },
  );
const encodings: PlyEncoding[] = ["ascii", "binary_little_endian", "binary_big_endian"];
const written: [string, MeshFormat, (mesh: WrittenMesh) => Buffer][] = [
  ["binary STL", "stl", (mesh) => stlOf(mesh)],
  ["binary STL that begins with solid", "stl", (mesh) => stlOf(mesh, "solid as scanners write")],
  ["text STL", "stl", textStlOf],
  ["OBJ", "obj", (mesh) => objOf(mesh)],
  ["OBJ of Windows", "obj", (mesh) => objOf(mesh, "\r\n")],
  ...encodings.map(
    (e) => [`PLY ${e}`, "ply", (mesh: WrittenMesh) => plyOf(mesh, e)] as [string, MeshFormat, typeof stlOf],
  ),
];

/** The corners of all triangles, as places. */
const places = ({ positions, index }: { positions: ArrayLike<number>; index: ArrayLike<number> }) =>
  Array.from(index).flatMap((at) => [positions[at * 3], positions[at * 3 + 1], positions[at * 3 + 2]]);

const coordinate = fc.integer({ min: -4000, max: 4000 }).map((n) => n / 64); // exact as a float and in text
const anyMesh = fc
  .array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 3, maxLength: 30 })
  .chain((points) =>
    fc
      .array(fc.tuple(...[0, 1, 2].map(() => fc.nat(points.length - 1))), { minLength: 1, maxLength: 40 })
      .map((faces): WrittenMesh => ({ positions: points.flat(), index: faces.flat() as number[] })),
  );

describe("a mesh is read as it was written", () => {
  test.each(written)("%s, however its bytes arrive", async (_, format, write) => {
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(anyMesh, sizes, async (mesh, chunkSizes) => {
        const found = await read(format, write(mesh), chunkSizes);
        expect(places(found).map((n) => (n as number) + 0)).toEqual(places(mesh));
        expect(found.dropped).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("its colours too", async () => {
    const box = boxMesh(1, 2, 3);
    const colours = box.positions.map((_, i) => (i * 10) % 256);
    for (const bytes of [...encodings.map((e) => plyOf({ ...box, colours }, e))]) {
      expect(Array.from((await read("ply", bytes)).colours ?? [])).toEqual(colours);
    }
    expect(Array.from((await read("obj", objOf({ ...box, colours }))).colours ?? [])).toEqual(colours);
    expect((await read("obj", objOf(box))).colours).toBeNull();
  });

  test("loose triangles are joined where their corners meet", async () => {
    expect((await read("stl", stlOf(boxMesh(4, 4, 4)))).positions).toHaveLength(8 * 3);
  });

  test("faces of four and more corners become triangles, and numbers may count from the end", async () => {
    const found = await read("obj", Buffer.from("v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf -4 -3 -2 -1\n"));
    expect(Array.from(found.index)).toEqual([0, 1, 2, 0, 2, 3]);
  });

  test("only meshes have a format here", () => {
    expect(["model/stl", "model/obj", "application/zip", "constructor"].map(meshFormat)).toEqual([
      "stl",
      "obj",
      null,
      null,
    ]);
  });
});

describe("a hostile mesh is refused in words", () => {
  test.each(written)("%s that is cut off anywhere", async (name, format, write) => {
    const whole = write(boxMesh(2, 3, 4));
    for (let length = 0; length < whole.length - 1; length += 7) {
      const said = await outcome(format, whole.subarray(0, length));
      if (format === "obj" || (name === "text STL" && /endsolid/.test(whole.subarray(0, length).toString()))) continue;
      expect(said, `${length} of ${whole.length}`).not.toBe("read");
    }
  });

  test.each<[string, MeshFormat, Buffer, RegExp]>([
    [
      "an STL that says four thousand million",
      "stl",
      Buffer.concat([Buffer.alloc(80), Buffer.alloc(4, 255), Buffer.alloc(500)]),
      /cut off/,
    ],
    ["an STL of nothing", "stl", Buffer.alloc(84), /no surface/],
    [
      "a PLY that says a million million points",
      "ply",
      Buffer.from(
        "ply\nformat binary_little_endian 1.0\nelement vertex 999999999999\nproperty float x\nend_header\n12345678",
      ),
      /cut off/,
    ],
    [
      "a PLY with a header alone",
      "ply",
      Buffer.from("ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nend_header\n"),
      /cut off/,
    ],
    [
      "a PLY without an end of its header",
      "ply",
      Buffer.from(`ply\nformat ascii 1.0\n${"comment x\n".repeat(5000)}`),
      /not a PLY/,
    ],
    [
      "a PLY of less than no points",
      "ply",
      Buffer.from("ply\nformat ascii 1.0\nelement vertex -3\nend_header\n"),
      /not a PLY/,
    ],
    [
      "a PLY with a type of its own",
      "ply",
      Buffer.from("ply\nformat ascii 1.0\nelement vertex 3\nproperty constructor x\nend_header\n"),
      /not a PLY/,
    ],
    [
      "a PLY face of four thousand million corners",
      "ply",
      Buffer.concat([
        Buffer.from(
          "ply\nformat binary_little_endian 1.0\nelement face 1\nproperty list uint int vertex_indices\nend_header\n",
        ),
        Buffer.alloc(64, 255),
      ]),
      /corners/,
    ],
    [
      "an OBJ of huge numbers alone",
      "obj",
      Buffer.from("v 0 0 0\nf 999999999 4294967296 1\nf 0 0 0\nf 1 2 3\n"),
      /no surface/,
    ],
    ["a line that never ends", "obj", Buffer.alloc(300_000, "v"), /never ends/],
    ["nothing", "stl", Buffer.alloc(0), /not a STL|not an? STL/],
  ])("%s", async (_, format, bytes, words) => expect(await outcome(format, bytes)).toMatch(words));

  test("more triangles than can be shown are refused before they fill the memory", async () => {
    await expect(read("stl", stlOf(boxMesh(1, 1, 1)), [50], 6)).rejects.toThrow("too many");
    await expect(read("obj", objOf(boxMesh(1, 1, 1)), [50], 6)).rejects.toThrow("too many");
  });

  test("places that are none are left out, and the rest is shown", async () => {
    const box = stlOf(boxMesh(1, 1, 1));
    box.writeFloatLE(Number.NaN, 84 + 12);
    box.writeFloatLE(Infinity, 84 + 50 + 12);
    box.writeFloatLE(3e38, 84 + 100 + 12);
    expect(await read("stl", box)).toMatchObject({ dropped: 3, index: { length: 9 * 3 } });
    const found = await read("obj", Buffer.from("v 0 0 0\nv 1 0 0\nv 0 1 0\nv nan 0 0\nf 1 2 3\nf 1 2 4\nf 1 2 900\n"));
    expect(Array.from(found.index)).toEqual([0, 1, 2]);
  });

  test("whatever the bytes, nothing else is thrown", async () => {
    const damaged = fc.constantFrom(...written).chain(([, format, write]) => {
      const whole = write(boxMesh(2, 3, 4));
      return fc
        .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
        .map((changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          return { format, bytes };
        });
    });
    await fc.assert(
      fc.asyncProperty(damaged, async ({ format, bytes }) => {
        expect(typeof (await outcome(format, bytes))).toBe("string");
      }),
      { numRuns: 400 },
    );
  });
});
