"use server";

import { action } from "@/lib/access/action";
import { approveApplication as approve } from "./approve";
import { dismissRating as dismiss, rateCase as rate, recallRating as recall } from "./rate";
import {
  askApplicant as ask,
  checkLicence as check,
  rejectApplication as reject,
  setAcceptsApplications as setAccepts,
} from "./review";
import {
  acceptsSchema,
  approveSchema,
  askApplicantSchema,
  checkLicenceSchema,
  rateSchema,
  ratingSchema,
  rejectSchema,
} from "./schema";

export const checkLicence = action("applications.review", checkLicenceSchema, check);
export const askApplicant = action("applications.review", askApplicantSchema, ask);
export const approveApplication = action("applications.review", approveSchema, approve);
export const rejectApplication = action("applications.review", rejectSchema, reject);
export const setAcceptsApplications = action("applications.review", acceptsSchema, setAccepts);
export const rateCase = action("portal.submit", rateSchema, rate);
export const dismissRating = action("portal.submit", ratingSchema, dismiss);
export const recallRating = action("portal.submit", ratingSchema, recall);
