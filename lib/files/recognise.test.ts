import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "@/lib/access/errors";
import type { Content } from "./content";
import { recognise } from "./recognise";
import { binaryPly, binaryStl, html, jpeg, pdf, png, svg, textStl, webp } from "./testing/sample-files";

const contentOf = (bytes: Buffer | string): Content => {
  const all = Buffer.from(bytes);
  return { size: all.length, read: async (from, length) => all.subarray(from, from + length) };
};
const outcome = (name: string, bytes: Buffer | string) =>
  recognise(name, contentOf(bytes)).catch((error) => {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  });

describe("what is what it says", () => {
  test.each<[string, Buffer | string, string]>([
    ["arch.stl", binaryStl(12), "stl"],
    ["ARCH.STL", binaryStl(12), "stl"],
    ["solid-header.stl", binaryStl(12, "solid exported by a scanner"), "stl"],
    ["text.stl", textStl, "stl"],
    ["scan.ply", binaryPly(40), "ply"],
    ["scan.obj", "# made here\nmtllib scan.mtl\nv 0 0 1.5\nv 1 0 0\nv 0 1 0\nvn 0 0 1\nf 1//1 2//1 3//1\n", "obj"],
    ["case.dcm", '<?xml version="1.0"?>\n<HPS version="1.0"><Packed_geometry/></HPS>', "dcm"],
    ["image.dcm", Buffer.concat([Buffer.alloc(128), Buffer.from("DICM")]), "dcm"],
    [
      "export.zip",
      Buffer.from([
        0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 97,
      ]),
      "zip",
    ],
    ["photo.png", png(4000, 3000), "png"],
    ["photo.jpg", jpeg(4000, 3000), "jpeg"],
    ["photo.jpeg", jpeg(1, 1), "jpeg"],
    ["photo.webp", webp(4000, 3000), "webp"],
    ["rx.pdf", pdf, "pdf"],
  ])("%s", async (name, bytes, format) => expect(await outcome(name, bytes)).toBe(format));
});

describe("what is not", () => {
  test.each<[string, string, Buffer | string, RegExp]>([
    ["an empty file", "a.stl", "", /empty/],
    ["a truncated binary STL", "a.stl", binaryStl(1000).subarray(0, 30_000), /cut off/],
    ["a binary STL with bytes too many", "a.stl", Buffer.concat([binaryStl(10), Buffer.alloc(7)]), /damaged/],
    ["a truncated text STL", "a.stl", textStl.slice(0, 90), /cut off/],
    ["a text STL without facets", "a.stl", "solid nothing\nendsolid nothing\n", /no surface/],
    ["a PNG named STL", "a.stl", png(10, 10), /not an STL/],
    ["a program named STL", "a.stl", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]), /not an STL/],
    ["a truncated PLY", "a.ply", binaryPly(1000).subarray(0, 4000), /cut off/],
    [
      "a PLY of 10¹² points",
      "a.ply",
      "ply\nformat binary_little_endian 1.0\nelement vertex 999999999999\nproperty float x\nend_header\n",
      /cut off/,
    ],
    ["a PLY without points", "a.ply", binaryPly(0), /no points/],
    ["HTML named OBJ", "a.obj", html, /not an OBJ/],
    ["HTML named OBJ behind points", "a.obj", `v 1 2 3\n${html}`, /not an OBJ/],
    ["HTML named DCM", "a.dcm", html, /not a DCM/],
    ["SVG with a script", "a.svg", svg, /cannot be added/],
    ["SVG named PNG", "a.png", svg, /not what its name says/],
    ["HTML named PDF", "a.pdf", html, /not what its name says/],
    ["HTML named JPEG", "a.jpg", html, /not what its name says/],
    ["a JPEG named PNG", "a.png", jpeg(10, 10), /not what its name says/],
    ["a PDF named ZIP", "a.zip", pdf, /not what its name says/],
    ["a program", "setup.exe", Buffer.from("MZ"), /cannot be added/],
    ["two extensions", "a.png.exe", png(1, 1), /cannot be added/],
    ["no extension", "stl", binaryStl(1), /cannot be added/],
    ["a PNG of 50,000 × 50,000", "a.png", png(50_000, 50_000), /too large \(50000 × 50000/],
    ["a JPEG of 60,000 × 60,000", "a.jpg", jpeg(60_000, 60_000), /too large/],
    ["a thin PNG of 4,000,000,000", "a.png", png(4_000_000_000, 1), /too large/],
    ["a PNG without size", "a.png", png(0, 10), /damaged/],
    ["a JPEG without a frame", "a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0]), /damaged/],
  ])("%s is refused", async (_, name, bytes, words) => expect(await outcome(name, bytes)).toMatch(words));

  test("bytes at random are refused in words, never with an error", async () => {
    const names = fc.constantFrom("a.stl", "a.ply", "a.obj", "a.dcm", "a.zip", "a.png", "a.jpg", "a.webp", "a.pdf");
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
        expect(typeof (await outcome(name, Buffer.from(bytes)))).toBe("string");
      }),
      { numRuns: 300 },
    );
  });
});
