"use server";

import { action } from "@/lib/access/action";
import { cancelInvoice as cancel } from "./cancel-invoice";
import { changeNotes as setNotes } from "./change-notes";
import { addLine as add, changeLine as change, removeLine as remove } from "./edit-lines";
import { recordPayment as record } from "./record-payment";
import {
  addLineSchema,
  cancelInvoiceSchema,
  changeLineSchema,
  changeNotesSchema,
  mailAgainSchema,
  recordPaymentSchema,
  removeLineSchema,
  sendInvoiceSchema,
} from "./schema";
import { mailAgain as remail, sendInvoice as send } from "./send-invoice";

export const addLine = action("invoices.draft", addLineSchema, add);
export const changeLine = action("invoices.draft", changeLineSchema, change);
export const removeLine = action("invoices.draft", removeLineSchema, remove);
export const changeNotes = action("invoices.draft", changeNotesSchema, setNotes);
export const sendInvoice = action("invoices.send", sendInvoiceSchema, send);
export const mailAgain = action("invoices.send", mailAgainSchema, remail);
export const cancelInvoice = action("invoices.cancel", cancelInvoiceSchema, cancel);
export const recordPayment = action("payments.record", recordPaymentSchema, record);
