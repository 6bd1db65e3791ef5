import { LoadingState } from "@/components/ui/states";

export default function Loading() {
  return <LoadingState rows={10} label="Loading the prescription" />;
}
