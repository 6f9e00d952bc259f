import { useNavigate, useSearch } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../api/change';
import { api, asked, type Schema } from '../api/client';
import { useLanguage } from '../messages/language';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Choice';
import { Dialog } from '../ui/Dialog';
import { Card, Pending } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { useText } from './messages';
import { useOffers } from './queries';

type Offer = Schema<'AvailablePhoneNumber'>;
type Search = Partial<Record<'country' | 'place', string>>;

/** Numbers that can be bought, by country and place. */
export function Offers({ countries }: { countries: UseQueryResult<Schema<'CountryInfo'>[]> }) {
  const text = useText();
  const { language } = useLanguage();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const country = search.country ?? (countries.data?.length === 1 ? countries.data[0]?.code : undefined);
  const place = search.place === undefined ? '' : String(search.place);
  const offers = useOffers(country);
  const [chosen, setChosen] = useState<Offer | null>(null);
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const set = (change: Search) => void navigate({ to: '/phones', search: Object.fromEntries(Object.entries({ country, place, ...change }).filter(([, value]) => value)) as Record<string, string>, replace: true });
  const shown = offers.data?.filter(offer => `${offer.phoneNumber} ${offer.locality ?? ''} ${offer.region ?? ''}`.toLowerCase().includes(place.toLowerCase())) ?? [];
  return (
    <Card title={text('buyTitle')}>
      {!countries.data ? <Pending of={countries} /> : (
        <div className="filters">
          <Choice label={text('country')} value={country ?? null} onChange={code => set({ country: code, place: '' })} options={countries.data.map(({ code, name }) => ({ key: code, label: names.of(code) ?? name }))} />
          {country && <SearchBox label={text('place')} value={place} onSearch={value => set({ place: value })} />}
        </div>
      )}
      {countries.data && !country && <p className="faint">{text('chooseCountry')}</p>}
      {country && (!offers.data ? <Pending of={offers} /> : shown.length === 0 ? <p className="faint">{text(offers.data.length === 0 ? 'noOffers' : 'noSuchOffer')}</p> : (
        <ul className="offers">
          {shown.map(offer => (
            <li key={offer.phoneNumber} className="row">
              <span className="grow"><strong className="numbers">{offer.phoneNumber}</strong><span className="hint">{[offer.locality, offer.region].filter(Boolean).join(', ')}</span></span>
              <Button aria-label={text('buyNumber', { number: offer.phoneNumber })} onPress={() => setChosen(offer)}>{text('buy')}</Button>
            </li>
          ))}
        </ul>
      ))}
      {chosen && <Buy offer={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

/** Asks before money is spent. */
function Buy({ offer: { phoneNumber, countryCode }, onClose }: { offer: Offer; onClose(): void }) {
  const text = useText();
  const buy = useChange(() => asked(api.POST('/v1/telephony/phones', { body: { phoneNumber, countryCode } })), {
    touches: [['phones'], ['carrier', 'offers']], done: text('bought', { number: phoneNumber }), onDone: onClose,
  });
  return (
    <Dialog title={text('buyNumber', { number: phoneNumber })} isOpen onClose={onClose}>
      <p>{text('buyMore')}</p>
      {buy.error && <p className="notice bad" role="alert">{buy.error.message}</p>}
      <div className="row end"><Button onPress={onClose}>{text('cancel')}</Button><Button kind="main" isPending={buy.isPending} onPress={() => buy.mutate()}>{text('buy')}</Button></div>
    </Dialog>
  );
}
