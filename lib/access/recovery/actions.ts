"use server";

import { openAction } from "../open-action";
import { forgotPassword as forgot } from "./forgot";
import { resetPassword as reset } from "./reset";
import { confirmAddressSchema, forgotSchema, resetSchema } from "./schema";
import { confirmAddress as confirm } from "./verify";

export const forgotPassword = openAction(forgotSchema, forgot);
export const resetPassword = openAction(resetSchema, reset);
export const confirmAddress = openAction(confirmAddressSchema, confirm);
