import type { Random, Weighted } from './random.js';

/** Where a lead comes from and what it asks for. */
export interface Enquiry {
  readonly origin: string;
  readonly campaign?: string;
  readonly channel: 'web' | 'phone' | 'chat' | 'email' | 'import';
  /** `source` of its event: the program that told of it */
  readonly source: string;
  readonly product: Product;
  readonly segment: string;
}

interface Product {
  readonly id: string;
  /** what a deal of it is worth, as a median, in the site's currency */
  readonly price: number;
}

const origins: readonly [
  Weighted<Pick<Enquiry, 'origin' | 'campaign' | 'channel' | 'source'>>,
  ...Weighted<Pick<Enquiry, 'origin' | 'campaign' | 'channel' | 'source'>>[],
] = [
  { weight: 26, value: { origin: 'organic_search', channel: 'web', source: '/website' } },
  { weight: 18, value: { origin: 'paid_search', campaign: 'autumn-offer', channel: 'web', source: '/website' } },
  { weight: 9, value: { origin: 'paid_search', campaign: 'brand', channel: 'web', source: '/website' } },
  { weight: 10, value: { origin: 'social', campaign: 'customer-stories', channel: 'web', source: '/ads' } },
  { weight: 12, value: { origin: 'organic_search', channel: 'chat', source: '/chat' } },
  { weight: 12, value: { origin: 'referral', channel: 'phone', source: '/phone' } },
  { weight: 7, value: { origin: 'referral', channel: 'email', source: '/mail' } },
  { weight: 6, value: { origin: 'event', campaign: 'city-fair', channel: 'import', source: '/fair-app' } },
];
const products: readonly [Weighted<Product>, ...Weighted<Product>[]] = [
  { weight: 5, value: { id: 'starter', price: 900 } },
  { weight: 4, value: { id: 'business', price: 3_800 } },
  { weight: 1, value: { id: 'enterprise', price: 14_000 } },
];
const segments: readonly [Weighted<string>, ...Weighted<string>[]] = [
  { weight: 6, value: 'small' },
  { weight: 3, value: 'medium' },
  { weight: 1, value: 'large' },
];

export const drawEnquiry = (random: Random): Enquiry => ({
  ...random.weighted(origins),
  product: random.weighted(products),
  segment: random.weighted(segments),
});
