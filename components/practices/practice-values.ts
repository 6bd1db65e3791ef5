import type { PracticeDetail } from "@/lib/practices/queries";
import type { PracticeValues } from "./practice-form";

/** What the form starts with: a practice as it is, or the usual terms of a new one. */
export function practiceValues(practice: PracticeDetail | null): PracticeValues {
  return {
    name: practice?.name ?? "",
    code: practice?.code ?? "",
    addressLine1: practice?.addressLine1 ?? "",
    addressLine2: practice?.addressLine2 ?? "",
    city: practice?.city ?? "",
    postcode: practice?.postcode ?? "",
    phone: practice?.phone ?? "",
    email: practice?.email ?? "",
    latitude: practice?.latitude ?? "",
    longitude: practice?.longitude ?? "",
    openingHours: practice?.openingHours ?? {},
    transitDays: String(practice?.transitDays ?? 1),
    paymentTermsDays: String(practice?.paymentTermsDays ?? 30),
    discountPercent: practice?.discountPercent ?? "0",
    priceListId: practice?.priceListId ?? "",
    invoiceMode: practice?.invoiceMode ?? "per_case",
    taxId: practice?.taxId ?? "",
    status: practice?.status ?? "active",
    notes: practice?.notes ?? "",
  };
}
