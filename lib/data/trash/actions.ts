"use server";

import { action } from "@/lib/access/action";
import { restore } from "./restore";
import { restoreSchema } from "./schema";

export const restoreFromTrash = action("trash.restore", restoreSchema, restore);
