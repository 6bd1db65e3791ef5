import type { PracticeDetail } from "@/lib/practices/queries";
import type { PracticeValues } from "./practice-form";

type UsualTerms = Pick<PracticeDetail, "paymentTermsDays" | "invoiceMode">;

/** What the form starts with: a practice as it is, or, of a new one, the lab's usual terms. */
export function practiceValues(practice: PracticeDetail | null, usual?: UsualTerms): PracticeValues {
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
    paymentTermsDays: String((practice ?? usual)?.paymentTermsDays ?? 30),
    discountPercent: practice?.discountPercent ?? "0",
    priceListId: practice?.priceListId ?? "",
    invoiceMode: (practice ?? usual)?.invoiceMode ?? "per_case",
    taxId: practice?.taxId ?? "",
    taxExemptReason: practice?.taxExemptReason ?? "",
    taxExemptNumber: practice?.taxExemptNumber ?? "",
    status: practice?.status ?? "active",
    notes: practice?.notes ?? "",
  };
}
