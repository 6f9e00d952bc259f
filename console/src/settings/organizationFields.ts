import type { Schema } from '../api/client';
import { providerIn, withProvider } from './engines';

/** What is filled in of an organization. */
export interface OrganizationFields {
  name: string;
  country: string;
  timezone: string;
  websiteUrl: string;
  billingEmailAddress: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  addressCountry: string;
  /** Who writes down what callers say; likewise `synthesizer`, who speaks. Empty for whoever can. */
  transcriber: string;
  synthesizer: string;
}

export function fieldsOf(organization: Schema<'OrganizationOutput'>): OrganizationFields {
  const { name, country, timezone, websiteUrl, billingEmailAddress, address, config } = organization;
  return {
    name: name ?? '', country: country ?? '', timezone: timezone === 'Z' ? 'UTC' : (timezone ?? 'UTC'),
    websiteUrl: websiteUrl ?? '', billingEmailAddress: billingEmailAddress ?? '',
    line1: address?.line1 ?? '', line2: address?.line2 ?? '', city: address?.city ?? '', state: address?.state ?? '', addressCountry: address?.country ?? '',
    transcriber: providerIn(config.transcriber), synthesizer: providerIn(config.synthesizer),
  };
}

/** The whole record as it is stored anew; what is not filled in here stays as it is. */
export function bodyOf(fields: OrganizationFields, before: Schema<'OrganizationOutput'>): Schema<'OrganizationInput'> {
  const { name, country, timezone, websiteUrl, billingEmailAddress, line1, line2, city, state, addressCountry } = fields;
  const hasAddress = [line1, line2, city, state].some(Boolean);
  return {
    name: name.trim(), country: country || null, timezone: timezone || null,
    websiteUrl: websiteUrl.trim() || null, billingEmailAddress: billingEmailAddress.trim() || null,
    address: hasAddress ? { line1, line2: line2 || null, city: city || null, state: state || null, country: addressCountry || country } : null,
    tax: before.tax, externalReferenceIds: before.externalReferenceIds,
    agentConfig: {
      ...before.config,
      transcriber: withProvider(before.config.transcriber, fields.transcriber), synthesizer: withProvider(before.config.synthesizer, fields.synthesizer),
    },
    app: before.app ?? null, orgType: before.orgType ?? null, additionalInfo: before.additionalInfo ?? null,
  };
}
