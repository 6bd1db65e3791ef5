import type { World } from "./world";

type Application = {
  name: string;
  licence: string;
  practice: string;
  address: string;
  city: string;
  postcode: string;
  cases: number;
  message: string;
  daysAgo: number;
  status: "submitted" | "in_review" | "question" | "rejected" | "withdrawn";
};

const APPLICATIONS: Application[] = [
  {
    name: "Dr Amara Lindqvist",
    licence: "DL-88214",
    practice: "Quayside Dental Rooms",
    address: "18 Harbour Walk",
    city: "Glasgow",
    postcode: "G5 8QD",
    cases: 25,
    message: "Mostly implants and zirconia, scanned with an iTero.",
    daysAgo: 1,
    status: "submitted",
  },
  {
    name: "Dr Tomas Reyes",
    licence: "DL-77102",
    practice: "Orchard Lane Dental",
    address: "3 Orchard Lane",
    city: "Paisley",
    postcode: "PA1 2XN",
    cases: 12,
    message: "",
    daysAgo: 3,
    status: "in_review",
  },
  {
    name: "Dr Ingrid Vale",
    licence: "DL-90417",
    practice: "Vale Family Dentistry",
    address: "77 Station Road",
    city: "Stirling",
    postcode: "FK8 1QZ",
    cases: 40,
    message: "Two surgeries, a third from spring.",
    daysAgo: 5,
    status: "question",
  },
  {
    name: "Dr Felix Onslow",
    licence: "DL-10000",
    practice: "Onslow Dental",
    address: "9 Bridge Street",
    city: "Perth",
    postcode: "PH1 5JJ",
    cases: 5,
    message: "",
    daysAgo: 12,
    status: "rejected",
  },
  {
    name: "Dr Petra Solano",
    licence: "DL-66038",
    practice: "Solano & Partners",
    address: "210 Mains Street",
    city: "Glasgow",
    postcode: "G2 4PY",
    cases: 18,
    message: "",
    daysAgo: 20,
    status: "withdrawn",
  },
];

/** Applications in every state that a reviewer meets, and what practices said of the cases that were delivered. */
export async function seedNetwork({ owner, labId, people, clock }: World): Promise<void> {
  const manager = people.byRole.manager;
  for (const a of APPLICATIONS) {
    const at = clock.now.minus({ days: a.daysAgo }).toISO();
    const checked = a.status === "in_review" || a.status === "question";
    const { rows } = await owner.query<{ id: string }>(
      `INSERT INTO dentist_applications (lab_id, applicant_name, email, phone, licence_number, licence_body, practice_name, practice_address,
         practice_city, practice_postcode, expected_cases, message, status, created_at, confirmed_at, licence_checked_at, licence_checked_by_id,
         licence_register, reviewed_at, reviewed_by_id, decision_reason)
       VALUES ($1, $2, $3, '0141 555 0142', $4, 'General Dental Council', $5, $6, $7, $8, $9, nullif($10, ''), $11, $12, $12,
         CASE WHEN $13 THEN $12::timestamptz + interval '3 hours' END, CASE WHEN $13 THEN $14::uuid END,
         CASE WHEN $13 THEN 'Register of the General Dental Council' END, CASE WHEN $15 THEN $12::timestamptz + interval '1 day' END,
         CASE WHEN $15 THEN $14::uuid END, CASE WHEN $15 THEN 'We could not find the licence you gave in the register of the body you named.' END)
       RETURNING id`,
      [
        labId,
        a.name,
        `${a.name
          .toLowerCase()
          .replace(/^dr /, "")
          .replace(/[^a-z]+/g, ".")}@practice.casepan.test`,
        a.licence,
        a.practice,
        a.address,
        a.city,
        a.postcode,
        a.cases,
        a.message,
        a.status,
        at,
        checked,
        manager,
        a.status === "rejected",
      ],
    );
    if (a.status === "question")
      await owner.query(
        "INSERT INTO dentist_application_messages (lab_id, application_id, author_id, body) VALUES ($1, $2, $3, 'Which of your surgeries should we deliver to, and on which days?')",
        [labId, rows[0]?.id, manager],
      );
  }
  await owner.query(
    `WITH told AS (
       SELECT c.id, c.practice_id, c.dentist_id, c.delivered_at, hashtext(c.number) AS h,
         (SELECT m.user_id FROM practice_members m WHERE m.lab_id = c.lab_id AND m.practice_id = c.practice_id AND m.deleted_at IS NULL LIMIT 1) AS by
       FROM cases c WHERE c.lab_id = $1 AND c.status = 'delivered' AND c.delivered_at < $2::timestamptz - interval '2 days'
         AND c.deleted_at IS NULL
     ), scored AS (
       SELECT *, abs(h) % 10 < 7 AS answered, CASE abs(h / 10) % 12 WHEN 0 THEN 2 WHEN 1 THEN 3 WHEN 2 THEN 3 WHEN 3 THEN 4 WHEN 4 THEN 4
         WHEN 5 THEN 4 WHEN 6 THEN 4 ELSE 5 END AS score FROM told
     )
     INSERT INTO case_ratings (lab_id, case_id, practice_id, dentist_id, asked_at, rated_at, rated_by_id, overall, fit, shade, words)
     SELECT $1, id, practice_id, dentist_id, delivered_at + interval '2 days',
       CASE WHEN answered THEN least(delivered_at + interval '3 days', $2::timestamptz) END, CASE WHEN answered THEN by END,
       CASE WHEN answered THEN score END, CASE WHEN answered AND abs(h) % 3 = 0 THEN score END,
       CASE WHEN answered AND abs(h) % 4 = 0 THEN least(score + 1, 5) END,
       CASE WHEN answered AND score = 2 THEN 'Contacts were tight, twenty minutes of adjusting.' WHEN answered AND abs(h) % 9 = 0 THEN 'Seated without a touch.' END
     FROM scored`,
    [labId, clock.now.toISO()],
  );
}
