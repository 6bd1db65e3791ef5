"use server";

import { action } from "@/lib/access/action";
import { archivePriceList as archive, restorePriceList as restore } from "./archive-price-list";
import { changeBilling as writeBilling } from "./billing-settings";
import { billingSchema } from "./billing-settings-schema";
import { checkPrice as check, findPayers as findThem } from "./check-price";
import { copyPriceList as copy } from "./copy-price-list";
import { previewPrices as preview, importPrices as takeIn } from "./import-prices";
import {
  checkPriceSchema,
  copyPriceListSchema,
  findPayersSchema,
  importPricesSchema,
  priceListSchema,
  priceSchema,
  removePriceSchema,
  seenPriceListSchema,
  takeBackTaxRateSchema,
  taxRateSchema,
} from "./schema";
import { removePrice as dropPrice, setPrice as writePrice } from "./set-price";
import { setPriceList as writeList } from "./set-price-list";
import { addTaxRate as addRate, takeBackTaxRate as takeBack } from "./tax-rates";

export const setPriceList = action("prices.manage", priceListSchema, writeList);
export const copyPriceList = action("prices.manage", copyPriceListSchema, copy);
export const archivePriceList = action("prices.manage", seenPriceListSchema, archive);
export const restorePriceList = action("prices.manage", seenPriceListSchema, restore);
export const setPrice = action("prices.manage", priceSchema, writePrice);
export const removePrice = action("prices.manage", removePriceSchema, dropPrice);
export const previewPrices = action("prices.manage", importPricesSchema, preview);
export const importPrices = action("prices.manage", importPricesSchema, takeIn);
export const addTaxRate = action("prices.manage", taxRateSchema, addRate);
export const takeBackTaxRate = action("prices.manage", takeBackTaxRateSchema, takeBack);
export const findPayers = action("prices.view", findPayersSchema, findThem);
export const checkPrice = action("prices.view", checkPriceSchema, check);
export const changeBilling = action("billing.manage", billingSchema, writeBilling);
