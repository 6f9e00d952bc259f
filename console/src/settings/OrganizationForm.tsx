import { useState, type FormEvent } from 'react';
import { useChange } from '../api/change';
import { api, asked, Refusal, type Schema } from '../api/client';
import { ifMatch } from '../api/versioned';
import { session, useMay } from '../session/session';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { ComboChoice } from '../ui/ComboChoice';
import { Conflict } from '../ui/Conflict';
import { Field } from '../ui/Field';
import { Card } from '../ui/Page';
import { Unsaved } from '../ui/Unsaved';
import { useText } from './messages';
import { bodyOf, fieldsOf, type OrganizationFields } from './organizationFields';
import { useCountries, useTimeZones } from './places';

/** By the names the server knows them by; names of products are the same in every language. */
const RECOGNISERS = { deepgram: 'Deepgram', openai: 'OpenAI API', whisper: 'whisper.cpp' };
const SPEAKERS = { piper: 'Piper', elevenlabs: 'ElevenLabs', openai: 'OpenAI API' };

/** The organization's record, to read, or to change for those who may. What is read again meanwhile does not touch what is typed. */
export function OrganizationForm({ onSaved, onLoad, ...first }: { organization: Schema<'OrganizationOutput'>; etag: string | null; onSaved(): void; onLoad(): void }) {
  const [{ organization, etag }] = useState(first);
  const text = useText();
  const mayAdminister = useMay('ADMINISTER');
  const kept = fieldsOf(organization);
  const [fields, setFields] = useState(kept);
  const countries = useCountries();
  const zones = useTimeZones(kept.timezone);
  const isDirty = JSON.stringify(fields) !== JSON.stringify(kept);
  const save = useChange(
    () => asked(api.PUT('/v1/organizations/{org_id}', {
      params: { path: { org_id: organization.id ?? '' }, header: ifMatch(etag) }, body: bodyOf(fields, organization),
    })),
    { touches: [['organization'], session.queryKey], done: text('organizationSaved'), onDone: onSaved },
  );
  const wrong = save.error instanceof Refusal ? save.error.fields : {};
  const field = (name: keyof OrganizationFields, path: string = name) => ({
    label: text(name), value: fields[name], error: wrong[path], isReadOnly: !mayAdminister, onChange: (value: string) => setFields({ ...fields, [name]: value }),
  });
  const choice = (name: 'country' | 'timezone' | 'addressCountry') => ({
    label: text(name), value: fields[name] || null, error: wrong[name], isDisabled: !mayAdminister, onChange: (value: string | null) => value && setFields({ ...fields, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Unsaved isDirty={isDirty} />
      {!mayAdminister && <p className="notice">{text('organizationReadOnly')}</p>}
      <Conflict problem={save.error} onLoad={onLoad} />
      <Card title={text('organization')}>
        <div className="fields">
          <Field {...field('name')} isRequired maxLength={512} />
          <Field {...field('websiteUrl')} type="url" placeholder="https://" />
          <ComboChoice {...choice('country')} options={countries} hint={text('countryHint')} isRequired />
          <ComboChoice {...choice('timezone')} options={zones} hint={text('timezoneHint')} isRequired />
        </div>
      </Card>
      <Card title={text('billing')}>
        <div className="fields">
          <Field {...field('billingEmailAddress')} type="email" />
          <Field {...field('line1', 'address.line1')} autoComplete="address-line1" />
          <Field {...field('line2', 'address.line2')} autoComplete="address-line2" />
          <Field {...field('city', 'address.city')} autoComplete="address-level2" />
          <Field {...field('state', 'address.state')} autoComplete="address-level1" />
          <ComboChoice {...choice('addressCountry')} options={countries} />
        </div>
      </Card>
      <Card title={text('preferred')}>
        <p className="faint small">{text('preferredMore')}</p>
        <div className="fields">
          <Choice label={text('transcriber')} value={fields.transcriber} onChange={transcriber => setFields({ ...fields, transcriber })} isDisabled={!mayAdminister}
            options={choices(RECOGNISERS, fields.transcriber, text('whoever'))} />
          <Choice label={text('synthesizer')} value={fields.synthesizer} onChange={synthesizer => setFields({ ...fields, synthesizer })} isDisabled={!mayAdminister}
            options={choices(SPEAKERS, fields.synthesizer, text('whoever'))} />
        </div>
      </Card>
      {mayAdminister && (
        <div className="row">
          <Button kind="main" type="submit" isDisabled={!isDirty} isPending={save.isPending}>{text('save')}</Button>
          {isDirty && <Button kind="quiet" onPress={() => setFields(kept)}>{text('discard')}</Button>}
        </div>
      )}
    </form>
  );
}

/** Those to choose from, and whoever is kept although nobody knows them here. */
function choices(known: Record<string, string>, kept: string, whoever: string) {
  const all: Record<string, string> = { '': whoever, ...known };
  return Object.entries(kept in all ? all : { ...all, [kept]: kept }).map(([key, label]) => ({ key, label }));
}
