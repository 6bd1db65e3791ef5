import { expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { fileRights } from "./rights";
import type { CaseFile, FileVersion } from "./rows";

const actor = (audience: "lab" | "portal", ...permissions: string[]) =>
  ({ audience, permissions: new Set(permissions) }) as unknown as Actor;
const version = (changes: Partial<FileVersion>): FileVersion => ({
  id: "1",
  name: "a.stl",
  kind: "scan",
  mediaType: "model/stl",
  sizeBytes: 1,
  createdAt: new Date(0),
  audience: "shared",
  preview: "none",
  revision: 1,
  addedBy: null,
  fromPractice: false,
  own: false,
  ...changes,
});
const file = (...versions: FileVersion[]): CaseFile => ({ ...(versions[0] as FileVersion), versions });
const rights = (who: Actor, shown: FileVersion, waiting = true, ...others: FileVersion[]) =>
  fileRights(who, file(shown, ...others), shown, waiting);

const theirs = version({ fromPractice: true });
const own = version({ fromPractice: true, own: true });
const labs = version({ audience: "internal" });
const none = { version: false, share: false, remove: false };

test("a practice adds versions to its own files, and removes what a person added before the lab has the case", () => {
  const dentist = actor("portal", "files.upload");
  expect(rights(dentist, own)).toEqual({ version: true, share: false, remove: true });
  expect(rights(dentist, own, false)).toEqual({ version: true, share: false, remove: false });
  expect(rights(dentist, theirs)).toEqual({ version: true, share: false, remove: false });
  expect(rights(dentist, version({}))).toEqual(none);
  expect(rights(actor("portal"), own)).toEqual(none);
});

test("the lab adds versions to all, shares and removes its own, and with cases.edit the practice's", () => {
  const technician = actor("lab", "files.upload");
  expect(rights(technician, labs)).toEqual({ version: true, share: true, remove: true });
  expect(rights(technician, theirs)).toEqual({ version: true, share: false, remove: false });
  expect(rights(technician, version({}), true, theirs).remove).toBe(false);
  expect(rights(actor("lab", "files.upload", "cases.edit"), theirs).remove).toBe(true);
  expect(rights(actor("lab"), labs)).toEqual(none);
});
