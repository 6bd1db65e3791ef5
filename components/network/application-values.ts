import type { OpeningHours } from "@/lib/practices/opening-hours";

export type ApplicationValues = {
  website: string;
  applicantName: string;
  email: string;
  phone: string;
  licenceNumber: string;
  licenceBody: string;
  practiceName: string;
  practiceAddress: string;
  practiceCity: string;
  practicePostcode: string;
  practicePhone: string;
  taxId: string;
  openingHours: OpeningHours;
  expectedCases: string;
  message: string;
};

export const EMPTY: ApplicationValues = {
  website: "",
  applicantName: "",
  email: "",
  phone: "",
  licenceNumber: "",
  licenceBody: "",
  practiceName: "",
  practiceAddress: "",
  practiceCity: "",
  practicePostcode: "",
  practicePhone: "",
  taxId: "",
  openingHours: {},
  expectedCases: "",
  message: "",
};
