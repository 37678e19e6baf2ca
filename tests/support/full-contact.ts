/** A contact with every detail filled in. */
export const FULL_CONTACT = {
  name: "Pasti a casa",
  office: "/amministrazione/sportello/",
  phone: "055 1234567",
  otherPhones: [{ name: "Numero verde", phone: "800 123456" }],
  email: "pasti@comune.example.it",
  pec: "comune@pec.example.it",
  address: { streetAddress: "Via dei Tigli 7", postalCode: "50053", addressLocality: "Empoli" },
  booking: "https://prenota.example.it/pasti",
  languages: ["ar"],
  interpreter: true,
  timeZone: "Atlantic/Azores",
  publicHolidays: "FR",
  openOnHolidays: false,
  hours: [{ days: ["friday"], weeks: ["first"], opens: "8:05", closes: "10:10", languages: ["zh"] }],
  otherHours: [
    {
      from: "2026-12-01",
      to: "2026-12-02",
      reason: "Corso del personale",
      hours: [{ days: ["wednesday"], opens: "7:15", closes: "7:45" }],
    },
  ],
  counterHours: [{ days: ["thursday"], weeks: ["last"], opens: "16:20", closes: "18:40", languages: ["fr"] }],
  appointmentOnly: true,
  closures: [{ from: "2026-12-03", to: "2026-12-05", reason: "Lavori nella sede" }],
  updated: "2024-05-02",
};
