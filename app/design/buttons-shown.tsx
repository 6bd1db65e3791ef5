"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Kbd } from "@/components/ui/kbd";
import { Section } from "@/components/ui/page-header";
import { toast } from "@/components/ui/toast";

/** Buttons in every variant, size and state. */
export function ButtonsShown() {
  const [loading, setLoading] = useState(false);
  const save = () => {
    setLoading(true);
    setTimeout(() => setLoading(false), 1500);
  };
  return (
    <Section title="Buttons">
      <Card className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            onClick={() => toast.success("Case C-2026-000123 created")}
          >
            New case
          </Button>
          <Button onClick={() => toast.info("The board was updated")}>Secondary</Button>
          <Button variant="ghost" onClick={() => toast.undo("Case archived", () => toast.success("Case is back"))}>
            Archive with undo
          </Button>
          <Button
            variant="danger"
            icon={<Trash2 aria-hidden />}
            onClick={() =>
              toast.error("The invoice could not be voided.", { description: "It has a payment.", retry: save })
            }
          >
            Void invoice
          </Button>
          <LinkButton href="/design">Link button</LinkButton>
          <Button disabled>Disabled</Button>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm">Small</Button>
          <Button size="md">Medium</Button>
          <Button size="lg" variant="primary" loading={loading} onClick={save}>
            {loading ? "Starting" : "Start milling"}
          </Button>
          <IconButton label="Add" icon={<Plus />} />
          <IconButton label="Add" icon={<Plus />} variant="secondary" size="sm" />
          <span className="inline-flex items-center gap-1 text-sm">
            C-2026-000123 <CopyButton text="C-2026-000123" label="Copy the case number" />
          </span>
          <span className="text-sm text-muted">
            Press <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
          </span>
        </div>
        <div data-density="touch" className="flex flex-wrap items-center gap-2 rounded-md bg-sunken p-3">
          <Button variant="primary" size="lg">
            Complete 3 items
          </Button>
          <Button size="lg">Pause</Button>
          <Button>Send back</Button>
          <span className="text-sm text-muted">data-density="touch": bench and driver</span>
        </div>
      </Card>
    </Section>
  );
}
