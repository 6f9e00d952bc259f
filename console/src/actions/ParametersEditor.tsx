import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { pretty } from '../ui/json';
import { JsonField } from '../ui/JsonField';
import { Card } from '../ui/Page';
import { useActionFormText } from './formMessages';
import { ParameterFields } from './ParameterFields';
import { faultOf, newParameter, parametersOf, schemaOf, type Parameters } from './parameters';

/** What an agent fills in before it acts: row by row, or as the JSON Schema it is. */
export function ParametersEditor({ parameters, onChange, error, isDisabled }: {
  parameters: Parameters;
  onChange(parameters: Parameters): void;
  error: string | undefined;
  isDisabled: boolean;
}) {
  const text = useActionFormText();
  const schema = schemaOf(parameters);
  const asForm = 'json' in parameters && schema ? parametersOf(schema) : null;
  const turn = 'json' in parameters
    ? asForm && 'rows' in asForm && <Button kind="quiet" onPress={() => onChange(asForm)}>{text('asForm')}</Button>
    : <Button kind="quiet" isDisabled={schema === undefined} onPress={() => schema && onChange({ json: pretty(schema) })}>{text('asJson')}</Button>;
  return (
    <Card title={text('parameters')} actions={turn}>
      <p className="faint">{text('parametersHint')}</p>
      {'json' in parameters ? (
        <JsonField label={text('schema')} hint={schema && !turn && text('schemaOnly')} value={parameters.json} onChange={json => onChange({ json })} error={error} lines={14} isDisabled={isDisabled} />
      ) : (
        <Rows parameters={parameters} onChange={onChange} isDisabled={isDisabled} />
      )}
      {'rows' in parameters && error && <p className="wrong">{error}</p>}
    </Card>
  );
}

function Rows({ parameters: { rows, rest }, onChange, isDisabled }: { parameters: Extract<Parameters, { rows: unknown }>; onChange(parameters: Parameters): void; isDisabled: boolean }) {
  const text = useActionFormText();
  const rules = Object.entries(rest).map(([rule, value]) => `${rule}: ${JSON.stringify(value)}`).join(', ');
  return (
    <>
      {rows.length === 0 && <p>{text('noParameters')}</p>}
      {rows.map((row, index) => (
        <ParameterFields
          key={row.key}
          row={row}
          number={index + 1}
          fault={faultOf(row, rows)}
          onChange={changed => onChange({ rows: rows.map(other => (other.key === row.key ? changed : other)), rest })}
          onRemove={() => onChange({ rows: rows.filter(other => other.key !== row.key), rest })}
          isDisabled={isDisabled}
        />
      ))}
      {rules && <p className="hint">{text('also', { rules })}</p>}
      {!isDisabled && (
        <div className="row"><Button onPress={() => onChange({ rows: [...rows, newParameter()], rest })}><Icon name="add" size={16} />{text('addParameter')}</Button></div>
      )}
    </>
  );
}
