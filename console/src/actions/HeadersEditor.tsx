import { Button, IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { newHeader, type Header } from './draft';
import { MASK } from './endpoint';
import { useActionFormText } from './formMessages';

/** The headers of an action. Their values are secrets: kept ones can be replaced, never seen. */
export function HeadersEditor({ headers, onChange, errors, isDisabled }: {
  headers: Header[];
  onChange(headers: Header[]): void;
  errors: Record<string, string>;
  isDisabled: boolean;
}) {
  const text = useActionFormText();
  const change = (key: number, to: Partial<Header>) => onChange(headers.map(header => (header.key === key ? { ...header, ...to } : header)));
  return (
    <div className="stack" role="group" aria-label={text('headers')}>
      <div>
        <span className="label">{text('headers')}</span>
        <span className="hint">{text('headersHint')}</span>
      </div>
      {headers.map(({ key, name, value }) => {
        const isKept = value === MASK;
        const error = errors[`endpoint.headers.${name.trim()}`];
        return (
          <div key={key} className="header-line">
            <Field label={text('header')} value={name} onChange={to => change(key, { name: to })} isDisabled={isDisabled || isKept} autoComplete="off" spellCheck="false" />
            {isKept ? (
              <div className="field">
                <span className="label">{text('value')}</span>
                <div className="row kept">
                  <span className="grow">{MASK} <span className="faint">{text('kept')}</span></span>
                  {!isDisabled && <Button aria-label={text('replaceOf', { name })} onPress={() => change(key, { value: '' })}>{text('replace')}</Button>}
                </div>
                {error && <span className="wrong">{error}</span>}
              </div>
            ) : <Field label={text('value')} value={value} onChange={to => change(key, { value: to })} error={error} isDisabled={isDisabled} autoComplete="off" spellCheck="false" />}
            {!isDisabled && <IconButton label={text('removeHeader', { name })} onPress={() => onChange(headers.filter(header => header.key !== key))}><Icon name="trash" /></IconButton>}
          </div>
        );
      })}
      {errors['endpoint.headers'] && <p className="wrong">{errors['endpoint.headers']}</p>}
      {!isDisabled && <div className="row"><Button onPress={() => onChange([...headers, newHeader()])}><Icon name="add" size={16} />{text('addHeader')}</Button></div>}
    </div>
  );
}
