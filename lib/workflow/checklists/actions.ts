"use server";

import { action } from "@/lib/access/action";
import * as editing from "./edit";
import * as schema from "./schema";

export const addQuestion = action("templates.manage", schema.addQuestionSchema, editing.addQuestion);
export const changeQuestion = action("templates.manage", schema.changeQuestionSchema, editing.changeQuestion);
export const archiveQuestion = action("templates.manage", schema.questionSchema, editing.archiveQuestion);
export const restoreQuestion = action("templates.manage", schema.questionSchema, editing.restoreQuestion);
export const orderQuestions = action("templates.manage", schema.orderQuestionsSchema, editing.orderQuestions);
