
-- CreateTable
CREATE TABLE "tax_rates" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "name" TEXT NOT NULL,
    "percent" DECIMAL(5,2) NOT NULL,
    "valid_from" DATE NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "tax_rates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_lists" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "name" TEXT NOT NULL,
    "currency" "currency_code" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "price_lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_list_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "price_list_id" UUID NOT NULL,
    "procedure_type" "procedure_type" NOT NULL,
    "material" "material",
    "per" "price_unit" NOT NULL DEFAULT 'unit',
    "price" DECIMAL(12,2) NOT NULL,
    "rush_surcharge_percent" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "tax_rate_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "price_list_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "number" TEXT,
    "practice_id" UUID NOT NULL,
    "case_id" UUID,
    "status" "invoice_status" NOT NULL DEFAULT 'draft',
    "currency" "currency_code" NOT NULL,
    "issued_on" DATE,
    "due_on" DATE,
    "sent_at" TIMESTAMPTZ(3),
    "sent_by_id" UUID,
    "subtotal" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "tax_total" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "total" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "paid_total" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "balance" DECIMAL(12,2) NOT NULL GENERATED ALWAYS AS ("total" - "paid_total") STORED,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "invoice_id" UUID NOT NULL,
    "case_id" UUID,
    "case_item_id" UUID,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" DECIMAL(10,2) NOT NULL,
    "unit_price" DECIMAL(12,2) NOT NULL,
    "discount_percent" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "tax_percent" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "net" DECIMAL(12,2) NOT NULL GENERATED ALWAYS AS (round("quantity" * "unit_price" * (100 - "discount_percent") / 100, 2)) STORED,
    "tax" DECIMAL(12,2) NOT NULL GENERATED ALWAYS AS (round(round("quantity" * "unit_price" * (100 - "discount_percent") / 100, 2) * "tax_percent" / 100, 2)) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invoice_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "practice_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "method" "payment_method" NOT NULL,
    "amount" DECIMAL(12,2) NOT NULL,
    "received_on" DATE NOT NULL,
    "reference" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pans" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "pans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "number" TEXT NOT NULL,
    "practice_id" UUID NOT NULL,
    "dentist_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "pan_id" UUID,
    "remake_of_id" UUID,
    "status" "case_status" NOT NULL DEFAULT 'submitted',
    "urgency" "urgency_level" NOT NULL DEFAULT 'standard',
    "priority" "priority_level" NOT NULL DEFAULT 'medium',
    "impression" "impression_kind" NOT NULL DEFAULT 'digital_scan',
    "instructions" TEXT,
    "wanted_on" DATE,
    "due_on" DATE NOT NULL,
    "ship_by" DATE NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "received_by_id" UUID,
    "delivered_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_drafts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "practice_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "payload" JSONB NOT NULL,
    "submitted_case_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "case_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "procedure_type" "procedure_type" NOT NULL,
    "material" "material",
    "shade" TEXT,
    "arch" "arch",
    "units" INTEGER NOT NULL,
    "notes" TEXT,
    "status" "item_status" NOT NULL DEFAULT 'in_production',
    "stage" "workflow_stage_name" NOT NULL DEFAULT 'receiving',
    "finished_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_item_teeth" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "item_id" UUID NOT NULL,
    "tooth" INTEGER NOT NULL,
    "role" "tooth_role" NOT NULL DEFAULT 'single',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_item_teeth_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_files" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "practice_id" UUID NOT NULL,
    "case_id" UUID,
    "draft_id" UUID,
    "name" TEXT NOT NULL,
    "kind" "file_kind" NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "store" "file_store" NOT NULL DEFAULT 'local',
    "store_key" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_notes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "case_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "audience" "audience" NOT NULL DEFAULT 'internal',
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_events" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "case_id" UUID NOT NULL,
    "item_id" UUID,
    "kind" TEXT NOT NULL,
    "audience" "audience" NOT NULL DEFAULT 'internal',
    "data" JSONB NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holds" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "case_id" UUID NOT NULL,
    "reason_id" UUID,
    "note" TEXT,
    "review_on" DATE,
    "placed_by_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "password_hash" TEXT,
    "status" "user_status" NOT NULL DEFAULT 'active',
    "email_verified_at" TIMESTAMPTZ(3),
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "locale" TEXT,
    "tooth_notation" "tooth_notation" NOT NULL DEFAULT 'fdi',
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "lab_id" UUID,
    "practice_id" UUID,
    "device" TEXT NOT NULL,
    "user_agent" TEXT,
    "ip" TEXT,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset_tokens" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_reset_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_verification_tokens" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "email_verification_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permissions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "key" TEXT NOT NULL,
    "module" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "permissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roles" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "user_role" NOT NULL,
    "description" TEXT,
    "is_system" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_permissions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "role_id" UUID NOT NULL,
    "permission_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_permissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "user_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,
    "status" "membership_status" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppliers" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "rating" DECIMAL(3,2),
    "lead_time_days" INTEGER,
    "notes" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "suppliers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inventory_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" "inventory_category" NOT NULL,
    "unit" TEXT NOT NULL,
    "supplier_id" UUID,
    "on_hand" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "reorder_point" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "unit_cost" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "location" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "inventory_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lots" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "inventory_item_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "expires_on" DATE,
    "on_hand" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "received_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "lots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inventory_transactions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "inventory_item_id" UUID NOT NULL,
    "lot_id" UUID,
    "case_item_id" UUID,
    "type" "inventory_transaction_type" NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "unit_cost" DECIMAL(12,2),
    "reason" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inventory_transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "labs" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" "currency_code" NOT NULL DEFAULT 'GBP',
    "locale" TEXT NOT NULL DEFAULT 'en-GB',
    "address_line1" TEXT,
    "address_line2" TEXT,
    "city" TEXT,
    "postcode" TEXT,
    "country" TEXT NOT NULL DEFAULT 'GB',
    "phone" TEXT,
    "email" TEXT,
    "latitude" DECIMAL(9,6),
    "longitude" DECIMAL(9,6),
    "tax_id" TEXT,
    "registration_number" TEXT,
    "bank_name" TEXT,
    "bank_account" TEXT,
    "working_weekdays" INTEGER[],
    "opens_at" TEXT NOT NULL DEFAULT '08:00',
    "closes_at" TEXT NOT NULL DEFAULT '18:00',
    "tooth_notation" "tooth_notation" NOT NULL DEFAULT 'fdi',
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lab_closing_days" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "closed_on" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "lab_closing_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "departments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "head_id" UUID,
    "monthly_budget" DECIMAL(12,2),
    "daily_capacity_units" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department_equipment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "status" "equipment_status" NOT NULL DEFAULT 'active',
    "serial_number" TEXT,
    "purchased_on" DATE,
    "last_maintained_on" DATE,
    "next_maintenance_on" DATE,
    "notes" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "department_equipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reasons" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "kind" "reason_kind" NOT NULL,
    "parent_id" UUID,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "reasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lab_counters" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "kind" "counter_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lab_counters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_routes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "name" TEXT NOT NULL,
    "route_date" DATE NOT NULL,
    "driver_id" UUID,
    "status" "route_status" NOT NULL DEFAULT 'planned',
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_routes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "route_stops" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "route_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "case_id" UUID,
    "position" INTEGER NOT NULL,
    "status" "stop_status" NOT NULL DEFAULT 'planned',
    "window_from" TEXT,
    "window_to" TEXT,
    "arrived_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "receiver_name" TEXT,
    "signature" TEXT,
    "failure_reason_id" UUID,
    "failure_note" TEXT,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "route_stops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "number" TEXT NOT NULL,
    "type" "shipment_type" NOT NULL DEFAULT 'delivery',
    "status" "shipment_status" NOT NULL DEFAULT 'ready',
    "practice_id" UUID NOT NULL,
    "case_id" UUID,
    "stop_id" UUID,
    "shipped_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "received_by" TEXT,
    "tracking_reference" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "shipments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "shipment_id" UUID NOT NULL,
    "case_item_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "shipment_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "type" "conversation_type" NOT NULL,
    "case_id" UUID,
    "practice_id" UUID,
    "subject" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_participants" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "conversation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "last_read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_participants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "conversation_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "user_id" UUID NOT NULL,
    "type" "notification_type" NOT NULL,
    "priority" "priority_level" NOT NULL DEFAULT 'medium',
    "title" TEXT NOT NULL,
    "body" TEXT,
    "href" TEXT,
    "data" JSONB,
    "read_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "type" "appointment_type" NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "case_id" UUID,
    "practice_id" UUID,
    "location" TEXT,
    "notes" TEXT,
    "created_by_id" UUID NOT NULL,
    "status" "appointment_status" NOT NULL DEFAULT 'scheduled',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "action" "audit_action" NOT NULL,
    "old_values" JSONB,
    "new_values" JSONB,
    "user_id" UUID,
    "session_id" UUID,
    "ip" TEXT,
    "user_agent" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id","occurred_at")
) PARTITION BY RANGE ("occurred_at");

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_messages" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text_body" TEXT NOT NULL,
    "html_body" TEXT NOT NULL,
    "attachments" JSONB,
    "status" "mail_status" NOT NULL DEFAULT 'queued',
    "provider" TEXT,
    "provider_reference" TEXT,
    "error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_refreshes" (
    "view_name" TEXT NOT NULL,
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "report_refreshes_pkey" PRIMARY KEY ("view_name")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "practices" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address_line1" TEXT NOT NULL,
    "address_line2" TEXT,
    "city" TEXT,
    "postcode" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'GB',
    "phone" TEXT,
    "email" TEXT,
    "latitude" DECIMAL(9,6),
    "longitude" DECIMAL(9,6),
    "opening_hours" JSONB,
    "tax_id" TEXT,
    "price_list_id" UUID,
    "discount_percent" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "payment_terms_days" INTEGER NOT NULL DEFAULT 30,
    "invoice_mode" "invoice_mode" NOT NULL DEFAULT 'per_case',
    "transit_days" INTEGER NOT NULL DEFAULT 1,
    "notes" TEXT,
    "status" "practice_status" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "practices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dentist_profiles" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "user_id" UUID,
    "full_name" TEXT NOT NULL,
    "licence_number" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "status" "dentist_status" NOT NULL DEFAULT 'active',
    "preferences" JSONB,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "rating" DECIMAL(3,2),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "dentist_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_dentists" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "practice_id" UUID NOT NULL,
    "dentist_id" UUID NOT NULL,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "discount_percent" DECIMAL(5,2),
    "started_on" DATE,
    "ended_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_dentists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_members" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "practice_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dentist_applications" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "applicant_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "practice_name" TEXT NOT NULL,
    "practice_address" TEXT,
    "licence_number" TEXT NOT NULL,
    "message" TEXT,
    "status" "application_status" NOT NULL DEFAULT 'submitted',
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "practice_id" UUID,
    "dentist_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "dentist_applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patients" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "practice_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "full_name" TEXT,
    "sex" "patient_sex",
    "birth_year" INTEGER,
    "allergies" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "patients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_profiles" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "user_id" UUID NOT NULL,
    "department_id" UUID,
    "employment_type" "employment_type" NOT NULL DEFAULT 'full_time',
    "job_title" TEXT,
    "skills" JSONB,
    "hired_on" DATE,
    "hourly_cost" DECIMAL(12,2),
    "rating" DECIMAL(3,2),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_schedules" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "staff_profile_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_schedules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "performance_reviews" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "staff_profile_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "rating" DECIMAL(3,2),
    "goals" TEXT,
    "comments" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "performance_reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_templates" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "name" TEXT NOT NULL,
    "procedure_type" "procedure_type" NOT NULL,
    "material" "material",
    "rush_days" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "workflow_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_template_stages" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "template_id" UUID NOT NULL,
    "stage" "workflow_stage_name" NOT NULL,
    "position" INTEGER NOT NULL,
    "days" DECIMAL(4,1) NOT NULL,
    "department_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "workflow_template_stages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_stages" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "case_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "stage" "workflow_stage_name" NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "status" "workflow_status" NOT NULL DEFAULT 'pending',
    "department_id" UUID,
    "assigned_to_id" UUID,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "completed_by_id" UUID,
    "working_seconds" INTEGER NOT NULL DEFAULT 0,
    "outcome" "stage_outcome",
    "reason_id" UUID,
    "reason_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "workflow_stages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_time_entries" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "workflow_stage_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "pause_reason_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_time_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "stage" "workflow_stage_name" NOT NULL DEFAULT 'quality_control',
    "procedure_type" "procedure_type",
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "checklist_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_checks" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lab_id" UUID NOT NULL DEFAULT app_lab_id(),
    "workflow_stage_id" UUID NOT NULL,
    "checklist_item_id" UUID,
    "label" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "note" TEXT,
    "checked_by_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tax_rates_lab_id_id_key" ON "tax_rates"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "price_lists_lab_id_id_key" ON "price_lists"("lab_id", "id");

-- CreateIndex
CREATE INDEX "price_list_items_lab_id_price_list_id_procedure_type_idx" ON "price_list_items"("lab_id", "price_list_id", "procedure_type");

-- CreateIndex
CREATE INDEX "price_list_items_lab_id_tax_rate_id_idx" ON "price_list_items"("lab_id", "tax_rate_id");

-- CreateIndex
CREATE UNIQUE INDEX "price_list_items_lab_id_id_key" ON "price_list_items"("lab_id", "id");

-- CreateIndex
CREATE INDEX "invoices_lab_id_status_due_on_idx" ON "invoices"("lab_id", "status", "due_on");

-- CreateIndex
CREATE INDEX "invoices_lab_id_practice_id_created_at_idx" ON "invoices"("lab_id", "practice_id", "created_at");

-- CreateIndex
CREATE INDEX "invoices_lab_id_created_at_id_idx" ON "invoices"("lab_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "invoices_lab_id_case_id_idx" ON "invoices"("lab_id", "case_id");

-- CreateIndex
CREATE INDEX "invoices_lab_id_sent_by_id_idx" ON "invoices"("lab_id", "sent_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_lab_id_id_key" ON "invoices"("lab_id", "id");

-- CreateIndex
CREATE INDEX "invoice_items_lab_id_invoice_id_position_idx" ON "invoice_items"("lab_id", "invoice_id", "position");

-- CreateIndex
CREATE INDEX "invoice_items_lab_id_case_id_idx" ON "invoice_items"("lab_id", "case_id");

-- CreateIndex
CREATE INDEX "invoice_items_lab_id_case_item_id_idx" ON "invoice_items"("lab_id", "case_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_items_lab_id_id_key" ON "invoice_items"("lab_id", "id");

-- CreateIndex
CREATE INDEX "payments_lab_id_invoice_id_idx" ON "payments"("lab_id", "invoice_id");

-- CreateIndex
CREATE INDEX "payments_lab_id_received_on_idx" ON "payments"("lab_id", "received_on");

-- CreateIndex
CREATE INDEX "payments_lab_id_practice_id_idx" ON "payments"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "payments_lab_id_recorded_by_id_idx" ON "payments"("lab_id", "recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_lab_id_id_key" ON "payments"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pans_lab_id_id_key" ON "pans"("lab_id", "id");

-- CreateIndex
CREATE INDEX "cases_lab_id_created_at_id_idx" ON "cases"("lab_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "cases_lab_id_status_ship_by_idx" ON "cases"("lab_id", "status", "ship_by");

-- CreateIndex
CREATE INDEX "cases_lab_id_practice_id_created_at_idx" ON "cases"("lab_id", "practice_id", "created_at");

-- CreateIndex
CREATE INDEX "cases_lab_id_due_on_idx" ON "cases"("lab_id", "due_on");

-- CreateIndex
CREATE INDEX "cases_lab_id_dentist_id_idx" ON "cases"("lab_id", "dentist_id");

-- CreateIndex
CREATE INDEX "cases_lab_id_patient_id_idx" ON "cases"("lab_id", "patient_id");

-- CreateIndex
CREATE INDEX "cases_lab_id_pan_id_idx" ON "cases"("lab_id", "pan_id");

-- CreateIndex
CREATE INDEX "cases_lab_id_remake_of_id_idx" ON "cases"("lab_id", "remake_of_id");

-- CreateIndex
CREATE INDEX "cases_lab_id_submitted_by_id_idx" ON "cases"("lab_id", "submitted_by_id");

-- CreateIndex
CREATE INDEX "cases_lab_id_received_by_id_idx" ON "cases"("lab_id", "received_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_lab_id_id_key" ON "cases"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_lab_id_number_key" ON "cases"("lab_id", "number");

-- CreateIndex
CREATE INDEX "case_drafts_lab_id_user_id_updated_at_idx" ON "case_drafts"("lab_id", "user_id", "updated_at");

-- CreateIndex
CREATE INDEX "case_drafts_lab_id_practice_id_idx" ON "case_drafts"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "case_drafts_lab_id_submitted_case_id_idx" ON "case_drafts"("lab_id", "submitted_case_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_drafts_lab_id_id_key" ON "case_drafts"("lab_id", "id");

-- CreateIndex
CREATE INDEX "case_items_lab_id_case_id_position_idx" ON "case_items"("lab_id", "case_id", "position");

-- CreateIndex
CREATE INDEX "case_items_lab_id_template_id_idx" ON "case_items"("lab_id", "template_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_items_lab_id_id_key" ON "case_items"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_item_teeth_lab_id_id_key" ON "case_item_teeth"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_item_teeth_lab_id_item_id_tooth_key" ON "case_item_teeth"("lab_id", "item_id", "tooth");

-- CreateIndex
CREATE INDEX "case_files_lab_id_case_id_created_at_idx" ON "case_files"("lab_id", "case_id", "created_at");

-- CreateIndex
CREATE INDEX "case_files_lab_id_practice_id_idx" ON "case_files"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "case_files_lab_id_draft_id_idx" ON "case_files"("lab_id", "draft_id");

-- CreateIndex
CREATE INDEX "case_files_lab_id_uploaded_by_id_idx" ON "case_files"("lab_id", "uploaded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_files_lab_id_id_key" ON "case_files"("lab_id", "id");

-- CreateIndex
CREATE INDEX "case_notes_lab_id_case_id_created_at_idx" ON "case_notes"("lab_id", "case_id", "created_at");

-- CreateIndex
CREATE INDEX "case_notes_lab_id_author_id_idx" ON "case_notes"("lab_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_notes_lab_id_id_key" ON "case_notes"("lab_id", "id");

-- CreateIndex
CREATE INDEX "case_events_lab_id_case_id_occurred_at_idx" ON "case_events"("lab_id", "case_id", "occurred_at");

-- CreateIndex
CREATE INDEX "case_events_lab_id_item_id_idx" ON "case_events"("lab_id", "item_id");

-- CreateIndex
CREATE INDEX "case_events_lab_id_actor_id_idx" ON "case_events"("lab_id", "actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_events_lab_id_id_key" ON "case_events"("lab_id", "id");

-- CreateIndex
CREATE INDEX "holds_lab_id_case_id_placed_at_idx" ON "holds"("lab_id", "case_id", "placed_at");

-- CreateIndex
CREATE INDEX "holds_lab_id_reason_id_idx" ON "holds"("lab_id", "reason_id");

-- CreateIndex
CREATE INDEX "holds_lab_id_placed_by_id_idx" ON "holds"("lab_id", "placed_by_id");

-- CreateIndex
CREATE INDEX "holds_lab_id_released_by_id_idx" ON "holds"("lab_id", "released_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "holds_lab_id_id_key" ON "holds"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_revoked_at_idx" ON "sessions"("user_id", "revoked_at");

-- CreateIndex
CREATE INDEX "sessions_lab_id_idx" ON "sessions"("lab_id");

-- CreateIndex
CREATE INDEX "password_reset_tokens_user_id_idx" ON "password_reset_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_tokens_token_hash_key" ON "password_reset_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "email_verification_tokens_user_id_idx" ON "email_verification_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_verification_tokens_token_hash_key" ON "email_verification_tokens"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "permissions_key_key" ON "permissions"("key");

-- CreateIndex
CREATE UNIQUE INDEX "roles_lab_id_id_key" ON "roles"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "roles_lab_id_key_key" ON "roles"("lab_id", "key");

-- CreateIndex
CREATE INDEX "role_permissions_lab_id_role_id_idx" ON "role_permissions"("lab_id", "role_id");

-- CreateIndex
CREATE INDEX "role_permissions_permission_key_idx" ON "role_permissions"("permission_key");

-- CreateIndex
CREATE UNIQUE INDEX "role_permissions_lab_id_id_key" ON "role_permissions"("lab_id", "id");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE INDEX "memberships_lab_id_role_id_idx" ON "memberships"("lab_id", "role_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_lab_id_id_key" ON "memberships"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_lab_id_user_id_key" ON "memberships"("lab_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "settings_lab_id_id_key" ON "settings"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "settings_lab_id_key_key" ON "settings"("lab_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "suppliers_lab_id_id_key" ON "suppliers"("lab_id", "id");

-- CreateIndex
CREATE INDEX "inventory_items_lab_id_category_name_idx" ON "inventory_items"("lab_id", "category", "name");

-- CreateIndex
CREATE INDEX "inventory_items_lab_id_supplier_id_idx" ON "inventory_items"("lab_id", "supplier_id");

-- CreateIndex
CREATE UNIQUE INDEX "inventory_items_lab_id_id_key" ON "inventory_items"("lab_id", "id");

-- CreateIndex
CREATE INDEX "lots_lab_id_inventory_item_id_idx" ON "lots"("lab_id", "inventory_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "lots_lab_id_id_key" ON "lots"("lab_id", "id");

-- CreateIndex
CREATE INDEX "inventory_transactions_lab_id_inventory_item_id_occurred_at_idx" ON "inventory_transactions"("lab_id", "inventory_item_id", "occurred_at");

-- CreateIndex
CREATE INDEX "inventory_transactions_lab_id_lot_id_idx" ON "inventory_transactions"("lab_id", "lot_id");

-- CreateIndex
CREATE INDEX "inventory_transactions_lab_id_case_item_id_idx" ON "inventory_transactions"("lab_id", "case_item_id");

-- CreateIndex
CREATE INDEX "inventory_transactions_lab_id_recorded_by_id_idx" ON "inventory_transactions"("lab_id", "recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "inventory_transactions_lab_id_id_key" ON "inventory_transactions"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "labs_slug_key" ON "labs"("slug");

-- CreateIndex
CREATE INDEX "lab_closing_days_lab_id_closed_on_idx" ON "lab_closing_days"("lab_id", "closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "lab_closing_days_lab_id_id_key" ON "lab_closing_days"("lab_id", "id");

-- CreateIndex
CREATE INDEX "departments_lab_id_key_idx" ON "departments"("lab_id", "key");

-- CreateIndex
CREATE INDEX "departments_lab_id_head_id_idx" ON "departments"("lab_id", "head_id");

-- CreateIndex
CREATE UNIQUE INDEX "departments_lab_id_id_key" ON "departments"("lab_id", "id");

-- CreateIndex
CREATE INDEX "department_equipment_lab_id_department_id_idx" ON "department_equipment"("lab_id", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "department_equipment_lab_id_id_key" ON "department_equipment"("lab_id", "id");

-- CreateIndex
CREATE INDEX "reasons_lab_id_kind_position_idx" ON "reasons"("lab_id", "kind", "position");

-- CreateIndex
CREATE INDEX "reasons_lab_id_parent_id_idx" ON "reasons"("lab_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "reasons_lab_id_id_key" ON "reasons"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "lab_counters_lab_id_id_key" ON "lab_counters"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "lab_counters_lab_id_kind_year_key" ON "lab_counters"("lab_id", "kind", "year");

-- CreateIndex
CREATE INDEX "delivery_routes_lab_id_route_date_idx" ON "delivery_routes"("lab_id", "route_date");

-- CreateIndex
CREATE INDEX "delivery_routes_lab_id_driver_id_idx" ON "delivery_routes"("lab_id", "driver_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_routes_lab_id_id_key" ON "delivery_routes"("lab_id", "id");

-- CreateIndex
CREATE INDEX "route_stops_lab_id_route_id_position_idx" ON "route_stops"("lab_id", "route_id", "position");

-- CreateIndex
CREATE INDEX "route_stops_lab_id_practice_id_idx" ON "route_stops"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "route_stops_lab_id_case_id_idx" ON "route_stops"("lab_id", "case_id");

-- CreateIndex
CREATE INDEX "route_stops_lab_id_failure_reason_id_idx" ON "route_stops"("lab_id", "failure_reason_id");

-- CreateIndex
CREATE UNIQUE INDEX "route_stops_lab_id_id_key" ON "route_stops"("lab_id", "id");

-- CreateIndex
CREATE INDEX "shipments_lab_id_status_created_at_idx" ON "shipments"("lab_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "shipments_lab_id_practice_id_idx" ON "shipments"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "shipments_lab_id_case_id_idx" ON "shipments"("lab_id", "case_id");

-- CreateIndex
CREATE INDEX "shipments_lab_id_stop_id_idx" ON "shipments"("lab_id", "stop_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipments_lab_id_id_key" ON "shipments"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "shipments_lab_id_number_key" ON "shipments"("lab_id", "number");

-- CreateIndex
CREATE INDEX "shipment_items_lab_id_shipment_id_idx" ON "shipment_items"("lab_id", "shipment_id");

-- CreateIndex
CREATE INDEX "shipment_items_lab_id_case_item_id_idx" ON "shipment_items"("lab_id", "case_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_items_lab_id_id_key" ON "shipment_items"("lab_id", "id");

-- CreateIndex
CREATE INDEX "conversations_lab_id_case_id_idx" ON "conversations"("lab_id", "case_id");

-- CreateIndex
CREATE INDEX "conversations_lab_id_practice_id_idx" ON "conversations"("lab_id", "practice_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_lab_id_id_key" ON "conversations"("lab_id", "id");

-- CreateIndex
CREATE INDEX "conversation_participants_lab_id_conversation_id_idx" ON "conversation_participants"("lab_id", "conversation_id");

-- CreateIndex
CREATE INDEX "conversation_participants_lab_id_user_id_idx" ON "conversation_participants"("lab_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_participants_lab_id_id_key" ON "conversation_participants"("lab_id", "id");

-- CreateIndex
CREATE INDEX "messages_lab_id_conversation_id_created_at_idx" ON "messages"("lab_id", "conversation_id", "created_at");

-- CreateIndex
CREATE INDEX "messages_lab_id_author_id_idx" ON "messages"("lab_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_lab_id_id_key" ON "messages"("lab_id", "id");

-- CreateIndex
CREATE INDEX "notifications_lab_id_user_id_created_at_idx" ON "notifications"("lab_id", "user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_lab_id_id_key" ON "notifications"("lab_id", "id");

-- CreateIndex
CREATE INDEX "appointments_lab_id_starts_at_idx" ON "appointments"("lab_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_lab_id_case_id_idx" ON "appointments"("lab_id", "case_id");

-- CreateIndex
CREATE INDEX "appointments_lab_id_practice_id_idx" ON "appointments"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "appointments_lab_id_created_by_id_idx" ON "appointments"("lab_id", "created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointments_lab_id_id_key" ON "appointments"("lab_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_lab_id_occurred_at_idx" ON "audit_log"("lab_id", "occurred_at");

-- CreateIndex
CREATE INDEX "audit_log_lab_id_table_name_row_id_idx" ON "audit_log"("lab_id", "table_name", "row_id");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_lab_id_id_key" ON "idempotency_keys"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_lab_id_user_id_key_key" ON "idempotency_keys"("lab_id", "user_id", "key");

-- CreateIndex
CREATE INDEX "mail_messages_lab_id_created_at_idx" ON "mail_messages"("lab_id", "created_at");

-- CreateIndex
CREATE INDEX "practices_lab_id_name_idx" ON "practices"("lab_id", "name");

-- CreateIndex
CREATE INDEX "practices_lab_id_price_list_id_idx" ON "practices"("lab_id", "price_list_id");

-- CreateIndex
CREATE UNIQUE INDEX "practices_lab_id_id_key" ON "practices"("lab_id", "id");

-- CreateIndex
CREATE INDEX "dentist_profiles_lab_id_user_id_idx" ON "dentist_profiles"("lab_id", "user_id");

-- CreateIndex
CREATE INDEX "dentist_profiles_lab_id_verified_by_id_idx" ON "dentist_profiles"("lab_id", "verified_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "dentist_profiles_lab_id_id_key" ON "dentist_profiles"("lab_id", "id");

-- CreateIndex
CREATE INDEX "practice_dentists_lab_id_practice_id_idx" ON "practice_dentists"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "practice_dentists_lab_id_dentist_id_idx" ON "practice_dentists"("lab_id", "dentist_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_dentists_lab_id_id_key" ON "practice_dentists"("lab_id", "id");

-- CreateIndex
CREATE INDEX "practice_members_lab_id_practice_id_idx" ON "practice_members"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "practice_members_lab_id_user_id_idx" ON "practice_members"("lab_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_members_lab_id_id_key" ON "practice_members"("lab_id", "id");

-- CreateIndex
CREATE INDEX "dentist_applications_lab_id_status_created_at_idx" ON "dentist_applications"("lab_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "dentist_applications_lab_id_reviewed_by_id_idx" ON "dentist_applications"("lab_id", "reviewed_by_id");

-- CreateIndex
CREATE INDEX "dentist_applications_lab_id_practice_id_idx" ON "dentist_applications"("lab_id", "practice_id");

-- CreateIndex
CREATE INDEX "dentist_applications_lab_id_dentist_id_idx" ON "dentist_applications"("lab_id", "dentist_id");

-- CreateIndex
CREATE UNIQUE INDEX "dentist_applications_lab_id_id_key" ON "dentist_applications"("lab_id", "id");

-- CreateIndex
CREATE INDEX "patients_lab_id_practice_id_idx" ON "patients"("lab_id", "practice_id");

-- CreateIndex
CREATE UNIQUE INDEX "patients_lab_id_id_key" ON "patients"("lab_id", "id");

-- CreateIndex
CREATE INDEX "staff_profiles_lab_id_user_id_idx" ON "staff_profiles"("lab_id", "user_id");

-- CreateIndex
CREATE INDEX "staff_profiles_lab_id_department_id_idx" ON "staff_profiles"("lab_id", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_profiles_lab_id_id_key" ON "staff_profiles"("lab_id", "id");

-- CreateIndex
CREATE INDEX "staff_schedules_lab_id_staff_profile_id_weekday_idx" ON "staff_schedules"("lab_id", "staff_profile_id", "weekday");

-- CreateIndex
CREATE UNIQUE INDEX "staff_schedules_lab_id_id_key" ON "staff_schedules"("lab_id", "id");

-- CreateIndex
CREATE INDEX "performance_reviews_lab_id_staff_profile_id_idx" ON "performance_reviews"("lab_id", "staff_profile_id");

-- CreateIndex
CREATE INDEX "performance_reviews_lab_id_reviewer_id_idx" ON "performance_reviews"("lab_id", "reviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "performance_reviews_lab_id_id_key" ON "performance_reviews"("lab_id", "id");

-- CreateIndex
CREATE INDEX "workflow_templates_lab_id_procedure_type_idx" ON "workflow_templates"("lab_id", "procedure_type");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_templates_lab_id_id_key" ON "workflow_templates"("lab_id", "id");

-- CreateIndex
CREATE INDEX "workflow_template_stages_lab_id_template_id_position_idx" ON "workflow_template_stages"("lab_id", "template_id", "position");

-- CreateIndex
CREATE INDEX "workflow_template_stages_lab_id_department_id_idx" ON "workflow_template_stages"("lab_id", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_template_stages_lab_id_id_key" ON "workflow_template_stages"("lab_id", "id");

-- CreateIndex
CREATE INDEX "workflow_stages_lab_id_status_stage_idx" ON "workflow_stages"("lab_id", "status", "stage");

-- CreateIndex
CREATE INDEX "workflow_stages_lab_id_case_id_idx" ON "workflow_stages"("lab_id", "case_id");

-- CreateIndex
CREATE INDEX "workflow_stages_lab_id_department_id_idx" ON "workflow_stages"("lab_id", "department_id");

-- CreateIndex
CREATE INDEX "workflow_stages_lab_id_assigned_to_id_idx" ON "workflow_stages"("lab_id", "assigned_to_id");

-- CreateIndex
CREATE INDEX "workflow_stages_lab_id_completed_by_id_idx" ON "workflow_stages"("lab_id", "completed_by_id");

-- CreateIndex
CREATE INDEX "workflow_stages_lab_id_reason_id_idx" ON "workflow_stages"("lab_id", "reason_id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_stages_lab_id_id_key" ON "workflow_stages"("lab_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_stages_lab_id_item_id_stage_attempt_key" ON "workflow_stages"("lab_id", "item_id", "stage", "attempt");

-- CreateIndex
CREATE INDEX "stage_time_entries_lab_id_workflow_stage_id_started_at_idx" ON "stage_time_entries"("lab_id", "workflow_stage_id", "started_at");

-- CreateIndex
CREATE INDEX "stage_time_entries_lab_id_user_id_idx" ON "stage_time_entries"("lab_id", "user_id");

-- CreateIndex
CREATE INDEX "stage_time_entries_lab_id_pause_reason_id_idx" ON "stage_time_entries"("lab_id", "pause_reason_id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_time_entries_lab_id_id_key" ON "stage_time_entries"("lab_id", "id");

-- CreateIndex
CREATE INDEX "checklist_items_lab_id_stage_procedure_type_position_idx" ON "checklist_items"("lab_id", "stage", "procedure_type", "position");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_items_lab_id_id_key" ON "checklist_items"("lab_id", "id");

-- CreateIndex
CREATE INDEX "stage_checks_lab_id_workflow_stage_id_idx" ON "stage_checks"("lab_id", "workflow_stage_id");

-- CreateIndex
CREATE INDEX "stage_checks_lab_id_checklist_item_id_idx" ON "stage_checks"("lab_id", "checklist_item_id");

-- CreateIndex
CREATE INDEX "stage_checks_lab_id_checked_by_id_idx" ON "stage_checks"("lab_id", "checked_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_checks_lab_id_id_key" ON "stage_checks"("lab_id", "id");

-- AddForeignKey
ALTER TABLE "price_list_items" ADD CONSTRAINT "price_list_items_lab_id_price_list_id_fkey" FOREIGN KEY ("lab_id", "price_list_id") REFERENCES "price_lists"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_list_items" ADD CONSTRAINT "price_list_items_lab_id_tax_rate_id_fkey" FOREIGN KEY ("lab_id", "tax_rate_id") REFERENCES "tax_rates"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_lab_id_sent_by_id_fkey" FOREIGN KEY ("lab_id", "sent_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_lab_id_invoice_id_fkey" FOREIGN KEY ("lab_id", "invoice_id") REFERENCES "invoices"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_items" ADD CONSTRAINT "invoice_items_lab_id_case_item_id_fkey" FOREIGN KEY ("lab_id", "case_item_id") REFERENCES "case_items"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_lab_id_invoice_id_fkey" FOREIGN KEY ("lab_id", "invoice_id") REFERENCES "invoices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_lab_id_recorded_by_id_fkey" FOREIGN KEY ("lab_id", "recorded_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_lab_id_dentist_id_fkey" FOREIGN KEY ("lab_id", "dentist_id") REFERENCES "dentist_profiles"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_lab_id_patient_id_fkey" FOREIGN KEY ("lab_id", "patient_id") REFERENCES "patients"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_lab_id_pan_id_fkey" FOREIGN KEY ("lab_id", "pan_id") REFERENCES "pans"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_lab_id_remake_of_id_fkey" FOREIGN KEY ("lab_id", "remake_of_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_lab_id_submitted_by_id_fkey" FOREIGN KEY ("lab_id", "submitted_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_lab_id_received_by_id_fkey" FOREIGN KEY ("lab_id", "received_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_drafts" ADD CONSTRAINT "case_drafts_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_drafts" ADD CONSTRAINT "case_drafts_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_drafts" ADD CONSTRAINT "case_drafts_lab_id_submitted_case_id_fkey" FOREIGN KEY ("lab_id", "submitted_case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_items" ADD CONSTRAINT "case_items_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_items" ADD CONSTRAINT "case_items_lab_id_template_id_fkey" FOREIGN KEY ("lab_id", "template_id") REFERENCES "workflow_templates"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_item_teeth" ADD CONSTRAINT "case_item_teeth_lab_id_item_id_fkey" FOREIGN KEY ("lab_id", "item_id") REFERENCES "case_items"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_lab_id_draft_id_fkey" FOREIGN KEY ("lab_id", "draft_id") REFERENCES "case_drafts"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_lab_id_uploaded_by_id_fkey" FOREIGN KEY ("lab_id", "uploaded_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_lab_id_author_id_fkey" FOREIGN KEY ("lab_id", "author_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_lab_id_item_id_fkey" FOREIGN KEY ("lab_id", "item_id") REFERENCES "case_items"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_lab_id_actor_id_fkey" FOREIGN KEY ("lab_id", "actor_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_lab_id_reason_id_fkey" FOREIGN KEY ("lab_id", "reason_id") REFERENCES "reasons"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_lab_id_placed_by_id_fkey" FOREIGN KEY ("lab_id", "placed_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_lab_id_released_by_id_fkey" FOREIGN KEY ("lab_id", "released_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "labs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset_tokens" ADD CONSTRAINT "password_reset_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_verification_tokens" ADD CONSTRAINT "email_verification_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_lab_id_role_id_fkey" FOREIGN KEY ("lab_id", "role_id") REFERENCES "roles"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_permission_key_fkey" FOREIGN KEY ("permission_key") REFERENCES "permissions"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_lab_id_role_id_fkey" FOREIGN KEY ("lab_id", "role_id") REFERENCES "roles"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inventory_items" ADD CONSTRAINT "inventory_items_lab_id_supplier_id_fkey" FOREIGN KEY ("lab_id", "supplier_id") REFERENCES "suppliers"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lots" ADD CONSTRAINT "lots_lab_id_inventory_item_id_fkey" FOREIGN KEY ("lab_id", "inventory_item_id") REFERENCES "inventory_items"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inventory_transactions" ADD CONSTRAINT "inventory_transactions_lab_id_inventory_item_id_fkey" FOREIGN KEY ("lab_id", "inventory_item_id") REFERENCES "inventory_items"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inventory_transactions" ADD CONSTRAINT "inventory_transactions_lab_id_lot_id_fkey" FOREIGN KEY ("lab_id", "lot_id") REFERENCES "lots"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inventory_transactions" ADD CONSTRAINT "inventory_transactions_lab_id_case_item_id_fkey" FOREIGN KEY ("lab_id", "case_item_id") REFERENCES "case_items"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inventory_transactions" ADD CONSTRAINT "inventory_transactions_lab_id_recorded_by_id_fkey" FOREIGN KEY ("lab_id", "recorded_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "departments" ADD CONSTRAINT "departments_lab_id_head_id_fkey" FOREIGN KEY ("lab_id", "head_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_equipment" ADD CONSTRAINT "department_equipment_lab_id_department_id_fkey" FOREIGN KEY ("lab_id", "department_id") REFERENCES "departments"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_lab_id_parent_id_fkey" FOREIGN KEY ("lab_id", "parent_id") REFERENCES "reasons"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_routes" ADD CONSTRAINT "delivery_routes_lab_id_driver_id_fkey" FOREIGN KEY ("lab_id", "driver_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "route_stops" ADD CONSTRAINT "route_stops_lab_id_route_id_fkey" FOREIGN KEY ("lab_id", "route_id") REFERENCES "delivery_routes"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "route_stops" ADD CONSTRAINT "route_stops_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "route_stops" ADD CONSTRAINT "route_stops_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "route_stops" ADD CONSTRAINT "route_stops_lab_id_failure_reason_id_fkey" FOREIGN KEY ("lab_id", "failure_reason_id") REFERENCES "reasons"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_lab_id_stop_id_fkey" FOREIGN KEY ("lab_id", "stop_id") REFERENCES "route_stops"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment_items" ADD CONSTRAINT "shipment_items_lab_id_shipment_id_fkey" FOREIGN KEY ("lab_id", "shipment_id") REFERENCES "shipments"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment_items" ADD CONSTRAINT "shipment_items_lab_id_case_item_id_fkey" FOREIGN KEY ("lab_id", "case_item_id") REFERENCES "case_items"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_participants" ADD CONSTRAINT "conversation_participants_lab_id_conversation_id_fkey" FOREIGN KEY ("lab_id", "conversation_id") REFERENCES "conversations"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_participants" ADD CONSTRAINT "conversation_participants_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_lab_id_conversation_id_fkey" FOREIGN KEY ("lab_id", "conversation_id") REFERENCES "conversations"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_lab_id_author_id_fkey" FOREIGN KEY ("lab_id", "author_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_lab_id_created_by_id_fkey" FOREIGN KEY ("lab_id", "created_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_messages" ADD CONSTRAINT "mail_messages_lab_id_fkey" FOREIGN KEY ("lab_id") REFERENCES "labs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practices" ADD CONSTRAINT "practices_lab_id_price_list_id_fkey" FOREIGN KEY ("lab_id", "price_list_id") REFERENCES "price_lists"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dentist_profiles" ADD CONSTRAINT "dentist_profiles_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dentist_profiles" ADD CONSTRAINT "dentist_profiles_lab_id_verified_by_id_fkey" FOREIGN KEY ("lab_id", "verified_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_dentists" ADD CONSTRAINT "practice_dentists_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_dentists" ADD CONSTRAINT "practice_dentists_lab_id_dentist_id_fkey" FOREIGN KEY ("lab_id", "dentist_id") REFERENCES "dentist_profiles"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_members" ADD CONSTRAINT "practice_members_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_members" ADD CONSTRAINT "practice_members_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dentist_applications" ADD CONSTRAINT "dentist_applications_lab_id_reviewed_by_id_fkey" FOREIGN KEY ("lab_id", "reviewed_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dentist_applications" ADD CONSTRAINT "dentist_applications_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dentist_applications" ADD CONSTRAINT "dentist_applications_lab_id_dentist_id_fkey" FOREIGN KEY ("lab_id", "dentist_id") REFERENCES "dentist_profiles"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patients" ADD CONSTRAINT "patients_lab_id_practice_id_fkey" FOREIGN KEY ("lab_id", "practice_id") REFERENCES "practices"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_profiles" ADD CONSTRAINT "staff_profiles_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_profiles" ADD CONSTRAINT "staff_profiles_lab_id_department_id_fkey" FOREIGN KEY ("lab_id", "department_id") REFERENCES "departments"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_schedules" ADD CONSTRAINT "staff_schedules_lab_id_staff_profile_id_fkey" FOREIGN KEY ("lab_id", "staff_profile_id") REFERENCES "staff_profiles"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_reviews" ADD CONSTRAINT "performance_reviews_lab_id_staff_profile_id_fkey" FOREIGN KEY ("lab_id", "staff_profile_id") REFERENCES "staff_profiles"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_reviews" ADD CONSTRAINT "performance_reviews_lab_id_reviewer_id_fkey" FOREIGN KEY ("lab_id", "reviewer_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_template_stages" ADD CONSTRAINT "workflow_template_stages_lab_id_template_id_fkey" FOREIGN KEY ("lab_id", "template_id") REFERENCES "workflow_templates"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_template_stages" ADD CONSTRAINT "workflow_template_stages_lab_id_department_id_fkey" FOREIGN KEY ("lab_id", "department_id") REFERENCES "departments"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_stages" ADD CONSTRAINT "workflow_stages_lab_id_case_id_fkey" FOREIGN KEY ("lab_id", "case_id") REFERENCES "cases"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_stages" ADD CONSTRAINT "workflow_stages_lab_id_item_id_fkey" FOREIGN KEY ("lab_id", "item_id") REFERENCES "case_items"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_stages" ADD CONSTRAINT "workflow_stages_lab_id_department_id_fkey" FOREIGN KEY ("lab_id", "department_id") REFERENCES "departments"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_stages" ADD CONSTRAINT "workflow_stages_lab_id_assigned_to_id_fkey" FOREIGN KEY ("lab_id", "assigned_to_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_stages" ADD CONSTRAINT "workflow_stages_lab_id_completed_by_id_fkey" FOREIGN KEY ("lab_id", "completed_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_stages" ADD CONSTRAINT "workflow_stages_lab_id_reason_id_fkey" FOREIGN KEY ("lab_id", "reason_id") REFERENCES "reasons"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_time_entries" ADD CONSTRAINT "stage_time_entries_lab_id_workflow_stage_id_fkey" FOREIGN KEY ("lab_id", "workflow_stage_id") REFERENCES "workflow_stages"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_time_entries" ADD CONSTRAINT "stage_time_entries_lab_id_user_id_fkey" FOREIGN KEY ("lab_id", "user_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_time_entries" ADD CONSTRAINT "stage_time_entries_lab_id_pause_reason_id_fkey" FOREIGN KEY ("lab_id", "pause_reason_id") REFERENCES "reasons"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_checks" ADD CONSTRAINT "stage_checks_lab_id_workflow_stage_id_fkey" FOREIGN KEY ("lab_id", "workflow_stage_id") REFERENCES "workflow_stages"("lab_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_checks" ADD CONSTRAINT "stage_checks_lab_id_checklist_item_id_fkey" FOREIGN KEY ("lab_id", "checklist_item_id") REFERENCES "checklist_items"("lab_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_checks" ADD CONSTRAINT "stage_checks_lab_id_checked_by_id_fkey" FOREIGN KEY ("lab_id", "checked_by_id") REFERENCES "memberships"("lab_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;