"use server";

import { action } from "@/lib/access/action";
import { erasePatient } from "./erase-patient";
import { eraseSchema } from "./schema";

export const erase = action("data.erase", eraseSchema, erasePatient);
