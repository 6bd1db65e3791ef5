import { describe, expect, test } from "vitest";
import { MOST_XML, readOrder } from "./read-order";
import { exampleXml } from "./testing/build-archive";

const read = (xml: string) => readOrder(Buffer.from(xml));
const faultOf = (bytes: Buffer | string) => {
  try {
    readOrder(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  } catch (error) {
    return (error as { reason: string; message: string }).reason;
  }
  return null;
};

test("reads the example of an export", () => {
  expect(read(exampleXml())).toEqual({
    orderId: "90011223",
    orderCode: "07QK4ZTM",
    caseType: "Restorative",
    patient: "Quill, Robin",
    doctor: "Dr. Maren, Ida",
    licence: "99887",
    dueOn: "2026-12-13",
    files: [
      { name: "gallery_#90011223.jpg", kind: "image" },
      { name: "90011223_shell_occlusion_l.stl", kind: "surface" },
      { name: "90011223_shell_occlusion_u.stl", kind: "surface" },
    ],
  });
});

test("keeps what is written as text: leading zeros, references, a byte order mark", () => {
  const xml = exampleXml({
    "90011223</OrderID>": "00123</OrderID>",
    "Quill, Robin": "O&apos;Hara &amp; S&#246;n, R&#x20;B",
  });
  expect(read(`\uFEFF${xml}`)).toMatchObject({ orderId: "00123", patient: "O'Hara & Sön, R B" });
});

test("an order may be without a due day", () => {
  expect(read(exampleXml({ "12/13/2026": "" })).dueOn).toBeNull();
  expect(read(exampleXml({ "12/13/2026": "2/29/2028 10:15:00" })).dueOn).toBe("2028-02-29");
});

describe("refuses", () => {
  const head = '<?xml version="1.0" encoding="utf-8"?>';
  test.each([
    ["a document type", exampleXml({ [head]: `${head}<!DOCTYPE iTeroExport SYSTEM "file:///etc/passwd">` })],
    [
      "an external entity",
      exampleXml({ [head]: `${head}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`, "Quill, Robin": "&a;" }),
    ],
    ["entities that multiply", exampleXml({ [head]: `${head}<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>` })],
    ["a document type in small letters", exampleXml({ [head]: `${head}<!doctype x>` })],
    ["an unknown reference", exampleXml({ "Quill, Robin": "&xxe;" })],
    ["a character that cannot be", exampleXml({ "Quill, Robin": "&#0;" })],
    ["XML that is not whole", exampleXml().slice(0, -20)],
    ["another document", "<html><body/></html>"],
    ["no XML at all", "order 90011223"],
    ["elements a thousand deep", `${"<a>".repeat(1000)}${"</a>".repeat(1000)}`],
    ["a name that JavaScript reserves", "<iTeroExport><__proto__><a>1</a></__proto__></iTeroExport>"],
    ["a declared other encoding", exampleXml({ "utf-8": "iso-8859-1" })],
    ["a day that is not", exampleXml({ "12/13/2026": "13/32/2026" })],
    ["the 30th of February", exampleXml({ "12/13/2026": "02/30/2027" })],
    ["a word for a day", exampleXml({ "12/13/2026": "tomorrow" })],
    ["an export time that is not", exampleXml({ "12/01/2026 20:29:59": "99/99/2026 20:29:59" })],
    ["no order number", exampleXml({ "<OrderID>90011223</OrderID>": "" })],
    ["an order number that is a path", exampleXml({ "90011223</OrderID>": "../1</OrderID>" })],
    ["no licence", exampleXml({ "99887": "" })],
    ["a file named by a path", exampleXml({ "gallery_#90011223.jpg": "../../secret.jpg" })],
    ["a file named by a Windows path", exampleXml({ "gallery_#90011223.jpg": "c:\\secret.jpg" })],
    ["a file without a name", exampleXml({ "gallery_#90011223.jpg": "" })],
    ["a patient of a thousand letters", exampleXml({ "Quill, Robin": "Q".repeat(1000) })],
  ])("%s", (_, xml) => {
    expect(faultOf(xml)).toBe("bad_order");
  });

  test("bytes that are not UTF-8, and UTF-16", () => {
    expect(faultOf(Buffer.from(exampleXml({ "Quill, Robin": "Sön" }), "latin1"))).toBe("bad_order");
    expect(faultOf(Buffer.from(`\uFEFF${exampleXml()}`, "utf16le"))).toBe("bad_order");
  });

  test("more than is read", () => {
    expect(faultOf(exampleXml({ "Quill, Robin": " ".repeat(MOST_XML) }))).toBe("bad_order");
  });
});
