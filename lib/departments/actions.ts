"use server";

import { action } from "@/lib/access/action";
import * as archiving from "./archive-department";
import * as budgets from "./budgets";
import { saveDepartment } from "./save-department";
import * as schema from "./schema";

export const keepDepartment = action("departments.manage", schema.departmentSchema, saveDepartment);
export const archiveDepartment = action("departments.manage", schema.departmentIdSchema, archiving.archiveDepartment);
export const restoreDepartment = action("departments.manage", schema.departmentIdSchema, archiving.restoreDepartment);
export const setBudget = action("departments.manage", schema.budgetSchema, budgets.setBudget);
export const removeBudget = action("departments.manage", schema.budgetIdSchema, budgets.removeBudget);
export const restoreBudget = action("departments.manage", schema.budgetIdSchema, budgets.restoreBudget);
