import { Download, ShoppingCart } from "lucide-react";
import { OrderList, PrintList } from "@/components/inventory/stock/order-list";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listToOrder } from "@/lib/inventory/items/to-order";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "To order" };

export default async function ToOrderPage() {
  const actor = await pageActor("inventory.view");
  const orders = await asActor(actor, (tx) => listToOrder(tx, labToday(actor.lab.timeZone)));
  return (
    <>
      <LiveRefresh topics={["stock"]} />
      <PageHeader
        title="To order"
        subtitle="What is at or below its reorder point, by supplier, with a quantity in whole packs"
        actions={
          <>
            <LinkButton href="/api/inventory/to-order" prefetch={false} icon={<Download />}>
              CSV
            </LinkButton>
            <PrintList />
          </>
        }
        tabs={<StockTabs actor={actor} current="order" />}
      />
      {orders.length === 0 ? (
        <EmptyState
          icon={<ShoppingCart strokeWidth={1.5} />}
          title="Nothing is to be ordered"
          hint="An item shows here when it falls to its reorder point."
        />
      ) : (
        <div className="flex flex-col gap-4">
          {orders.map((order) => (
            <OrderList key={order.supplierId ?? "none"} order={order} />
          ))}
        </div>
      )}
    </>
  );
}
