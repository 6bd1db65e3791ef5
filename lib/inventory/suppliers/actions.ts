"use server";

import { action } from "@/lib/access/action";
import { archiveSupplier as archive, restoreSupplier as restore, saveSupplier as save } from "./save-supplier";
import { onePriceSchema, seenSupplierSchema, supplierPriceSchema, supplierSchema } from "./schema";
import { restoreSupplierPrice as bringBack, removeSupplierPrice as remove, setSupplierPrice as set } from "./set-price";

export const saveSupplier = action("inventory.manage", supplierSchema, save);
export const archiveSupplier = action("inventory.manage", seenSupplierSchema, archive);
export const restoreSupplier = action("inventory.manage", seenSupplierSchema, restore);
export const setSupplierPrice = action("inventory.manage", supplierPriceSchema, set);
export const removeSupplierPrice = action("inventory.manage", onePriceSchema, remove);
export const restoreSupplierPrice = action("inventory.manage", onePriceSchema, bringBack);
