/** Opens the report of the server that browser tests ask. */
export const REPORT_TOKEN = "2f8b1c7e94d06a35b8e1f97c402d6ab3";
