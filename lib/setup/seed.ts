import { seedDemo } from "@/prisma/seed/demo";

await seedDemo();
process.exit(0);
