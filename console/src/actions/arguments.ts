import { isObject, parsed, type JsonObject } from '../ui/json';

/** One argument to fill in, as its schema describes it. */
export interface Argument {
  name: string;
  description: string;
  isRequired: boolean;
  type: 'text' | 'number' | 'boolean' | 'json';
  /** The only values there are; empty for any. */
  allowed: string[];
}

/** What a schema asks for; null when only JSON can say it. */
export function argumentsOf(schema: JsonObject): Argument[] | null {
  const { properties = {}, required } = schema;
  if (!isObject(properties)) {
    return null;
  }
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, property]) => {
    const { type, description, enum: allowed } = isObject(property) ? property : {};
    const values = Array.isArray(allowed) ? allowed.filter(value => typeof value === 'string' || typeof value === 'number').map(String) : [];
    return {
      name,
      description: typeof description === 'string' ? description : '',
      isRequired: needed.includes(name),
      type: type === 'string' ? 'text' : type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : 'json',
      allowed: type === 'string' || type === 'integer' || type === 'number' ? values : [],
    };
  });
}

/** What was typed, as the arguments it stands for; what is empty is left out. */
export function filled(wanted: Argument[], typed: Record<string, string>): JsonObject {
  const given = wanted.filter(({ name }) => (typed[name] ?? '').trim() !== '');
  return Object.fromEntries(given.map(({ name, type }) => [name, valueOf(type, typed[name] ?? '')]));
}

/** What is no number or no JSON is sent as the text it is, and the answer says what is wrong with it. */
function valueOf(type: Argument['type'], typed: string): unknown {
  switch (type) {
    case 'text': return typed;
    case 'boolean': return typed === 'true';
    case 'number': return Number.isFinite(Number(typed)) ? Number(typed) : typed;
    case 'json': {
      const read = parsed(typed);
      return 'value' in read ? read.value : typed;
    }
  }
}
