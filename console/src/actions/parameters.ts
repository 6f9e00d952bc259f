import { isObject, parsed, pretty, type JsonObject } from '../ui/json';

/** The types of parameters that are edited without JSON. */
export const simpleTypes = ['string', 'integer', 'number', 'boolean'] as const;
export type SimpleType = (typeof simpleTypes)[number];

/** A parameter, while it is edited. */
export interface Parameter {
  /** Tells rows apart while names are typed. */
  key: number;
  name: string;
  type: SimpleType | 'other';
  isRequired: boolean;
  description: string;
  /** Values, separated by commas. */
  allowed: string;
  /** What else its schema says, which the form keeps as it is. */
  rest: JsonObject;
  /** The whole schema of one of another type. */
  json: string;
}

/** The parameters of an action, while they are edited: row by row, or as JSON when they are more than rows. */
export type Parameters = { rows: Parameter[]; rest: JsonObject } | { json: string };

let lastKey = 0;

export function newParameter(with_: Partial<Parameter> = {}): Parameter {
  return { key: ++lastKey, name: '', type: 'string', isRequired: true, description: '', allowed: '', rest: {}, json: '{\n  "type": "array",\n  "items": { "type": "string" }\n}', ...with_ };
}

/** A schema to edit: row by row if it is the usual kind. */
export function parametersOf(schema: JsonObject): Parameters {
  const { type = 'object', properties = {}, required = [], ...rest } = schema;
  const isUsual = type === 'object' && isObject(properties) && Array.isArray(required) && required.every(name => typeof name === 'string' && Object.hasOwn(properties, name));
  return isUsual
    ? { rows: Object.entries(properties).map(([name, property]) => rowOf(name, property, required.includes(name))), rest }
    : { json: pretty(schema) };
}

function rowOf(name: string, property: unknown, isRequired: boolean): Parameter {
  const { type, description, enum: allowed, ...rest } = isObject(property) ? property : {};
  const simple = simpleTypes.find(known => known === type);
  const isSimple = simple !== undefined && (description === undefined || typeof description === 'string')
    && (allowed === undefined || (Array.isArray(allowed) && allowed.length > 0 && allowed.every(value => isListed(value, simple))));
  return isSimple
    ? newParameter({ name, type: simple, isRequired, description: (description as string | undefined) ?? '', allowed: ((allowed as unknown[] | undefined) ?? []).join(', '), rest })
    : newParameter({ name, type: 'other', isRequired, json: pretty(property) });
}

/** Whether a value is still the same once it was written between commas. */
function isListed(value: unknown, type: SimpleType): boolean {
  return type === 'string' ? typeof value === 'string' && value !== '' && !value.includes(',') && value.trim() === value : type !== 'boolean' && typeof value === 'number';
}

/** The values written between commas. */
export function listed(allowed: string): string[] {
  return [...new Set(allowed.split(',').map(value => value.trim()).filter(value => value !== ''))];
}

/** The schema that was edited; undefined while it is not valid JSON. */
export function schemaOf(parameters: Parameters): JsonObject | undefined {
  if ('json' in parameters) {
    const read = parsed(parameters.json);
    return 'value' in read && isObject(read.value) ? read.value : undefined;
  }
  const properties: JsonObject = {};
  for (const row of parameters.rows) {
    const property = propertyOf(row);
    if (property === undefined) {
      return undefined;
    }
    properties[row.name.trim()] = property;
  }
  const required = parameters.rows.filter(({ isRequired }) => isRequired).map(({ name }) => name.trim());
  return { type: 'object', properties, ...(required.length > 0 && { required }), ...parameters.rest };
}

function propertyOf({ type, description, allowed, rest, json }: Parameter): unknown {
  if (type === 'other') {
    const read = parsed(json);
    return 'value' in read ? read.value : undefined;
  }
  const values = type === 'boolean' ? [] : listed(allowed);
  return {
    type,
    ...(description.trim() && { description: description.trim() }),
    ...(values.length > 0 && { enum: type === 'string' ? values : values.map(Number) }),
    ...rest,
  };
}

export type ParameterFault = 'nameMissing' | 'nameTwice' | 'valuesWrong' | 'notJson';

/** What is wrong with a row. */
export function faultOf(row: Parameter, rows: Parameter[]): ParameterFault | undefined {
  const name = row.name.trim();
  if (name === '') {
    return 'nameMissing';
  }
  if (rows.some(other => other.key < row.key && other.name.trim() === name)) {
    return 'nameTwice';
  }
  if ((row.type === 'integer' || row.type === 'number') && !listed(row.allowed).every(value => (row.type === 'integer' ? Number.isInteger(Number(value)) : Number.isFinite(Number(value))))) {
    return 'valuesWrong';
  }
  return row.type === 'other' && propertyOf(row) === undefined ? 'notJson' : undefined;
}
