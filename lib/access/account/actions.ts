"use server";

import { action } from "../action";
import { changeAddress as address, resendVerification as resend } from "./address";
import { changeParticulars as particulars } from "./particulars";
import { changePassword as password } from "./password";
import { changeAddressSchema, changePasswordSchema, nothingSchema, particularsSchema, sessionSchema } from "./schema";
import { endSession as end, endOtherSessions as endOthers } from "./sessions";

export const changeParticulars = action("account.manage", particularsSchema, particulars);
export const changePassword = action("account.manage", changePasswordSchema, password);
export const changeAddress = action("account.manage", changeAddressSchema, address);
export const resendVerification = action("account.manage", nothingSchema, resend);
export const endSession = action("account.manage", sessionSchema, end);
export const endOtherSessions = action("account.manage", nothingSchema, endOthers);
