import type { Contact } from "../../../src/content-model/schemas/contacts.ts";

/** A phone line with hours on four mornings and one afternoon. */
export const LINE: Contact = {
  name: "Sportello",
  office: "/amministrazione/sportello/",
  phone: "+39 0571 878778",
  otherPhones: [],
  timeZone: "Europe/Rome",
  publicHolidays: "IT",
  hours: [
    { days: ["monday", "tuesday", "thursday", "friday"], opens: "9:00", closes: "11:00" },
    { days: ["tuesday"], opens: "15:00", closes: "17:00" },
  ],
  otherHours: [],
  counterHours: [],
  closures: [],
};
