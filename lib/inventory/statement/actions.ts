"use server";

import { action } from "@/lib/access/action";
import * as issuing from "./issue-statement";
import * as schema from "./schema";

export const issueStatement = action("quality.check", schema.issueStatementSchema, issuing.issueStatement);
