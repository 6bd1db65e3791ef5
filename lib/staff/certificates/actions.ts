"use server";

import { action } from "@/lib/access/action";
import * as keeping from "./keep-certificate";
import * as schema from "./schema";

export const addCertificate = action("staff.manage", schema.certificateSchema, keeping.addCertificate);
export const changeCertificate = action("staff.manage", schema.certificateChangeSchema, keeping.changeCertificate);
export const removeCertificate = action("staff.manage", schema.certificateIdSchema, keeping.removeCertificate);
export const restoreCertificate = action("staff.manage", schema.certificateIdSchema, keeping.restoreCertificate);
