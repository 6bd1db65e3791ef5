import { type Actor, may } from "@/lib/access/actor";
import type { CaseFile, FileVersion } from "./rows";

/** What a person may do with a file of a case. Screens leave out the rest; the write path decides. */
export type FileRights = { version: boolean; share: boolean; remove: boolean };

/** See `placeFor` and `removeFile` for the rules. `waiting`: the lab has not received the case yet. */
export function fileRights(actor: Actor, file: CaseFile, shown: FileVersion, waiting: boolean): FileRights {
  const add = may(actor, "files.upload");
  if (actor.audience === "portal") {
    return {
      version: add && shown.fromPractice,
      share: false,
      remove: add && waiting && shown.own && shown.fromPractice,
    };
  }
  const others = file.versions.some(({ fromPractice }) => fromPractice);
  return {
    version: add,
    share: add && shown.audience === "internal",
    remove: add && (!(others || shown.fromPractice) || may(actor, "cases.edit")),
  };
}
