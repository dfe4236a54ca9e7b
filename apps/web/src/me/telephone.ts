/** The address that a telephone dials. Only what can be dialled gets into it. */
export const dialable = (phone: string): string => `tel:${phone.replaceAll(/[^\d+*#,;]/g, '')}`;
