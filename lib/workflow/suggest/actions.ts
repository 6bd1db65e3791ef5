"use server";

import { action } from "@/lib/access/action";
import { suggestSchema } from "./schema";
import * as suggesting from "./suggest-people";

export const suggestPeople = action("bench.assign", suggestSchema, suggesting.suggestPeople);
