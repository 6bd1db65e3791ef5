"use server";

import { openAction } from "../open-action";
import { openFirstLab as open } from "./open-first-lab";
import { keepDraft as keep, proveCode as prove } from "./prove-code";
import { keepDraftSchema, openFirstLabSchema, proveCodeSchema } from "./schema";

export const proveCode = openAction(proveCodeSchema, prove);
export const keepDraft = openAction(keepDraftSchema, keep);
export const openFirstLab = openAction(openFirstLabSchema, open);
