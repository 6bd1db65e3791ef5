"use server";

import { action } from "@/lib/access/action";
import { allocateCredit as allocate } from "./allocate-credit";
import { bouncePayment as bounce } from "./bounce-payment";
import { issueCreditNote as issue } from "./issue-credit-note";
import { receivePayment as receive } from "./receive-payment";
import { refundCredit as refund } from "./refund-credit";
import {
  allocateCreditSchema,
  bouncePaymentSchema,
  issueCreditNoteSchema,
  receivePaymentSchema,
  refundCreditSchema,
  takeBackSchema,
} from "./schema";
import { takeBack as take } from "./take-back";

export const receivePayment = action("payments.record", receivePaymentSchema, receive);
export const allocateCredit = action("payments.record", allocateCreditSchema, allocate);
export const takeBack = action("payments.record", takeBackSchema, take);
export const bouncePayment = action("payments.record", bouncePaymentSchema, bounce);
export const issueCreditNote = action("credits.issue", issueCreditNoteSchema, issue);
export const refundCredit = action("credits.issue", refundCreditSchema, refund);
