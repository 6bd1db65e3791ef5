import { ACCOUNT_KINDS } from "./account-kinds";
import { APPLICATION_KINDS } from "./application-kinds";
import type { LetterKind } from "./kind";
import { LAB_KINDS } from "./lab-kinds";
import { NOTICE_KINDS } from "./notice-kinds";

/** Every kind of letter that leaves, in Casepan's words. A letter that is not here cannot be written. */
export const LETTERS = { ...ACCOUNT_KINDS, ...APPLICATION_KINDS, ...LAB_KINDS, ...NOTICE_KINDS };
export type LetterName = keyof typeof LETTERS;
export const LETTER_NAMES = Object.keys(LETTERS) as LetterName[];

/** A kind of letter by its name. */
export const letterKind = (name: LetterName): LetterKind => LETTERS[name];
