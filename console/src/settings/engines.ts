/** Whom an engine of the organization's settings names; empty for nobody, as on a server that was never told. */
export function providerIn(engine: string): string {
  try {
    const told: unknown = JSON.parse(engine);
    const name = typeof told === 'object' && told !== null && 'ModelProvider' in told ? told.ModelProvider : '';
    return typeof name === 'string' && name !== 'parley' ? name.toLowerCase() : '';
  } catch {
    return '';
  }
}

/** The engine with another provider named; as it was when that is the same. */
export function withProvider(engine: string, provider: string): string {
  return providerIn(engine) === provider ? engine : JSON.stringify({ CustomProps: {}, ModelName: '', ModelProvider: provider || 'parley' });
}
