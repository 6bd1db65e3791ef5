"use server";

import { action } from "@/lib/access/action";
import { begin as beginConversation } from "./begin";
import { openCase } from "./case-conversation";
import { edit, remove } from "./change";
import { readContacts as contacts } from "./contacts";
import { addPeople as add, leave, rename, removePerson as takeOut } from "./participants";
import { markRead as read } from "./read";
import {
  addPeopleSchema,
  beginSchema,
  contactsSchema,
  editSchema,
  leaveSchema,
  openCaseSchema,
  readSchema,
  removePersonSchema,
  removeSchema,
  renameSchema,
  sendSchema,
} from "./schema";
import { send } from "./send";

export const begin = action("messages.use", beginSchema, beginConversation);
export const readContacts = action("messages.use", contactsSchema, contacts);
export const openCaseConversation = action("messages.use", openCaseSchema, openCase);
export const sendMessage = action("messages.use", sendSchema, send);
export const editMessage = action("messages.use", editSchema, edit);
export const removeMessage = action("messages.use", removeSchema, remove);
export const markConversationRead = action("messages.use", readSchema, read);
export const addPeople = action("messages.use", addPeopleSchema, add);
export const removePerson = action("messages.use", removePersonSchema, takeOut);
export const leaveConversation = action("messages.use", leaveSchema, leave);
export const renameConversation = action("messages.use", renameSchema, rename);
