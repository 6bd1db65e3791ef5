import type { NewLab } from "@/lib/labs/open-lab";

export type LabPlan = {
  lab: NewLab & {
    addressLine1: string;
    city: string;
    postcode: string;
    phone: string;
    email: string;
    taxId: string;
    registration: string;
    bank: string;
    account: string;
    latitude: number;
    longitude: number;
  };
  emailDomain: string;
  people: Record<"admin" | "manager" | "technician" | "dentist" | "staff" | "driver", string>;
  technicians: string[];
  practices: {
    name: string;
    street: string;
    city: string;
    postcode: string;
    latitude: number;
    longitude: number;
    dentists: string[];
  }[];
};

/** The two labs of the demonstration. All names of people and practices are invented. */
export const LAB_PLANS: LabPlan[] = [
  {
    lab: {
      name: "Northlight Dental Laboratory",
      slug: "northlight",
      timeZone: "Europe/London",
      currency: "GBP",
      locale: "en-GB",
      country: "GB",
      taxPercent: "0.00",
      taxName: "VAT exempt",
      addressLine1: "Unit 4, Foundry Court",
      city: "Glasgow",
      postcode: "G40 1AA",
      phone: "0141 496 0110",
      email: "desk@northlight.casepan.test",
      taxId: "GB 000 0000 00",
      registration: "MHRA demo",
      bank: "Demo Bank",
      account: "GB46 DEMO 0000 0000 0000 00",
      latitude: 55.8472,
      longitude: -4.2236,
    },
    emailDomain: "demo.casepan.test",
    people: {
      admin: "Ailsa Munro",
      manager: "Marcus Webb",
      technician: "Tara Quinn",
      dentist: "Dr Isla Farrow",
      staff: "Sofia Reyes",
      driver: "Dougie Hart",
    },
    technicians: ["Ben Okafor", "Lena Fischer", "Imran Malik", "Grace Lowe"],
    practices: [
      {
        name: "Riverside Dental",
        street: "12 Quay Walk",
        city: "Glasgow",
        postcode: "G5 0QW",
        latitude: 55.8531,
        longitude: -4.2548,
        dentists: ["Dr Isla Farrow", "Dr Owen Pike"],
      },
      {
        name: "Larchwood Dental Practice",
        street: "88 Larchwood Road",
        city: "Glasgow",
        postcode: "G12 9LR",
        latitude: 55.8785,
        longitude: -4.2994,
        dentists: ["Dr Nadia Karim"],
      },
      {
        name: "Southpark Smiles",
        street: "3 Southpark Lane",
        city: "Glasgow",
        postcode: "G41 2SL",
        latitude: 55.8391,
        longitude: -4.2739,
        dentists: ["Dr Callum Reid", "Dr Isla Farrow"],
      },
      {
        name: "Abbeyfield Dental Care",
        street: "41 Abbey Street",
        city: "Paisley",
        postcode: "PA1 1AS",
        latitude: 55.8452,
        longitude: -4.4229,
        dentists: ["Dr Helen Strand"],
      },
      {
        name: "Milngate Orthodontics",
        street: "7 Milngate Crescent",
        city: "Glasgow",
        postcode: "G62 6MC",
        latitude: 55.9415,
        longitude: -4.3173,
        dentists: ["Dr Priya Nair"],
      },
      {
        name: "Castle View Dental",
        street: "19 Castle View",
        city: "Hamilton",
        postcode: "ML3 6CV",
        latitude: 55.7772,
        longitude: -4.0397,
        dentists: ["Dr Tom Ashby"],
      },
      {
        name: "Eastmuir Family Dentists",
        street: "230 Eastmuir Street",
        city: "Glasgow",
        postcode: "G32 0EM",
        latitude: 55.8533,
        longitude: -4.1639,
        dentists: ["Dr Ruth Adair"],
      },
      {
        name: "Clyde Implant Centre",
        street: "1 Harbour Row",
        city: "Glasgow",
        postcode: "G3 8HR",
        latitude: 55.8606,
        longitude: -4.2891,
        dentists: ["Dr Viktor Salo"],
      },
    ],
  },
  {
    lab: {
      name: "Harbor Ceramics",
      slug: "harbor",
      timeZone: "America/New_York",
      currency: "USD",
      locale: "en-US",
      country: "US",
      taxPercent: "6.25",
      taxName: "Sales tax",
      addressLine1: "210 Wharf Street",
      city: "Boston",
      postcode: "02110",
      phone: "617-555-0142",
      email: "desk@harbor.casepan.test",
      taxId: "00-0000000",
      registration: "",
      bank: "Demo Bank",
      account: "000000000 / 0000000000",
      latitude: 42.3581,
      longitude: -71.0497,
    },
    emailDomain: "second.casepan.test",
    people: {
      admin: "Alma Boone",
      manager: "Miles Carter",
      technician: "Theo Lind",
      dentist: "Dr Joan Abel",
      staff: "Sam Ortiz",
      driver: "Dana Cole",
    },
    technicians: ["Rosa Kim", "Paul Stone"],
    practices: [
      {
        name: "Wharfside Dental Group",
        street: "55 Pier Road",
        city: "Boston",
        postcode: "02109",
        latitude: 42.3632,
        longitude: -71.0509,
        dentists: ["Dr Joan Abel"],
      },
      {
        name: "Elm Street Dentistry",
        street: "402 Elm Street",
        city: "Cambridge",
        postcode: "02139",
        latitude: 42.3647,
        longitude: -71.1042,
        dentists: ["Dr Luis Vega"],
      },
      {
        name: "Bayview Smiles",
        street: "9 Bayview Avenue",
        city: "Quincy",
        postcode: "02169",
        latitude: 42.2529,
        longitude: -71.0023,
        dentists: ["Dr Erin Walsh", "Dr Joan Abel"],
      },
    ],
  },
];

/** The password of every demonstration account. */
export const DEMO_PASSWORD = "casepan-demo";
