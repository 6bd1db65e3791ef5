"use server";

import { accountAction } from "../action";
import { changeAddress as address, resendVerification as resend } from "./address";
import { changeParticulars as particulars } from "./particulars";
import { changePassword as password } from "./password";
import { changeAddressSchema, changePasswordSchema, nothingSchema, particularsSchema, sessionSchema } from "./schema";
import { endSession as end, endOtherSessions as endOthers } from "./sessions";

export const changeParticulars = accountAction("account.manage", particularsSchema, particulars);
export const changePassword = accountAction("account.manage", changePasswordSchema, password);
export const changeAddress = accountAction("account.manage", changeAddressSchema, address);
export const resendVerification = accountAction("account.manage", nothingSchema, resend);
export const endSession = accountAction("account.manage", sessionSchema, end);
export const endOtherSessions = accountAction("account.manage", nothingSchema, endOthers);
