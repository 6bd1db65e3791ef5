"use server";

import { action } from "@/lib/access/action";
import { addPracticeWithDentist as addBoth } from "./add-practice-with-dentist";
import { archivePractice as archive, restorePractice as restore } from "./archive-practice";
import { createPractice as create } from "./create-practice";
import {
  addDentist as add,
  changeDentistTerms as changeTerms,
  linkDentist as link,
  relinkDentist as relink,
  unlinkDentist as unlink,
} from "./dentists";
import { editPractice as edit } from "./edit-practice";
import { checkImport, importPractices as importAll } from "./import";
import { dentistsToLink } from "./queries";
import {
  addDentistSchema,
  archivePracticeSchema,
  createPracticeSchema,
  dentistLinkSchema,
  dentistTermsSchema,
  editPracticeSchema,
  findDentistsSchema,
  importFileSchema,
  importPracticesSchema,
  linkDentistSchema,
  practiceWithDentistSchema,
  restorePracticeSchema,
} from "./schema";

export const createPractice = action("practices.manage", createPracticeSchema, create);
export const addPracticeWithDentist = action("practices.manage", practiceWithDentistSchema, addBoth);
export const editPractice = action("practices.manage", editPracticeSchema, edit);
export const archivePractice = action("practices.manage", archivePracticeSchema, archive);
export const restorePractice = action("practices.manage", restorePracticeSchema, restore);
export const addDentist = action("practices.manage", addDentistSchema, add);
export const linkDentist = action("practices.manage", linkDentistSchema, link);
export const changeDentistTerms = action("practices.manage", dentistTermsSchema, changeTerms);
export const unlinkDentist = action("practices.manage", dentistLinkSchema, unlink);
export const relinkDentist = action("practices.manage", dentistLinkSchema, relink);
export const findDentists = action("practices.view", findDentistsSchema, dentistsToLink);
export const checkPracticeFile = action("practices.import", importFileSchema, checkImport);
export const importPractices = action("practices.import", importPracticesSchema, importAll);
