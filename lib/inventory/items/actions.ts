"use server";

import { action } from "@/lib/access/action";
import {
  archiveLocation as archivePlace,
  restoreLocation as restorePlace,
  saveLocation as savePlace,
} from "./locations";
import { archiveItem as archive, restoreItem as restore, saveItem as save } from "./save-item";
import { itemSchema, locationSchema, oneLocationSchema, seenItemSchema } from "./schema";

export const saveItem = action("inventory.manage", itemSchema, save);
export const archiveItem = action("inventory.manage", seenItemSchema, archive);
export const restoreItem = action("inventory.manage", seenItemSchema, restore);
export const saveLocation = action("inventory.manage", locationSchema, savePlace);
export const archiveLocation = action("inventory.manage", oneLocationSchema, archivePlace);
export const restoreLocation = action("inventory.manage", oneLocationSchema, restorePlace);
