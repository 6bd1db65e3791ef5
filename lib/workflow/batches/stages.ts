/** The stages that machines do in loads. */
export const LOAD_STAGES = ["impression_scan", "design", "milling", "sintering"] as const;
