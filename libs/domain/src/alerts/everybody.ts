/** `to` of an alert that tells everybody, as nobody had the lead. */
export const EVERYBODY = '*';
