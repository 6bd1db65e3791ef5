"use server";

import { action } from "@/lib/access/action";
import { findItems as find } from "../items/read-item";
import { restoreCertificate as bringBack, removeCertificate as remove } from "./certificates";
import { lookUpCode as lookUp } from "./look-up-code";
import { moveLot as move } from "./move-lot";
import { receiveDelivery as receive } from "./receive-delivery";
import { codeSchema, moveLotSchema, oneCertificateSchema, receiveSchema, searchSchema } from "./schema";

export const receiveDelivery = action("inventory.manage", receiveSchema, receive);
export const moveLot = action("inventory.manage", moveLotSchema, move);
export const lookUpCode = action("inventory.view", codeSchema, lookUp);
export const findItems = action("inventory.view", searchSchema, ({ tx }, { words }) => find(tx, words));
export const removeCertificate = action("inventory.manage", oneCertificateSchema, remove);
export const restoreCertificate = action("inventory.manage", oneCertificateSchema, bringBack);
