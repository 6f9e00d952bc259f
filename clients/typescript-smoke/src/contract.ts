import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

type Json = { [name: string]: any };

/** One operation of the contract. */
export interface Operation {
    id: string;
    method: string;
    path: string;
    pattern: RegExp;
    addition: boolean;
    node: Json;
}

/** Statuses any operation may answer although the contract names them nowhere. */
const ANYWHERE = [404, 405, 409, 412, 413, 414, 415, 422, 429, 503, 507];

const METHODS = ['get', 'post', 'put', 'delete'];

/** The schema the client was generated from: which operations there are, and what they answer. */
export class Contract {
    readonly operations: Operation[];

    private readonly document: Json;
    private readonly schemas = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    private readonly compiled = new Map<string, ValidateFunction>();

    constructor(file: string) {
        this.document = JSON.parse(readFileSync(file, 'utf8'));
        this.schemas.addSchema(this.document, 'contract');
        this.operations = Object.entries<Json>(this.document['paths']).flatMap(([path, methods]) =>
            Object.entries<Json>(methods)
                .filter(([method]) => METHODS.includes(method))
                .map(([method, node]) => operation(method, path, node)),
        );
    }

    /** The operation a request is for: the one with the fewest placeholders that fits. */
    find(method: string, url: string): Operation {
        const path = new URL(url).pathname;
        const fitting = this.operations
            .filter(operation => operation.method === method && operation.pattern.test(path))
            .sort((one, other) => placeholders(one) - placeholders(other));
        return fitting[0] ?? assert.fail(`${method} ${path} is no operation of the contract`);
    }

    /**
     * Fails unless the answer has a status and a shape the contract names for the operation.
     *
     * @return the body of the answer
     */
    async check(operation: Operation, answer: Response): Promise<string> {
        const text = await answer.text();
        const what = `${operation.id} answered ${answer.status}: ${text}`;
        const declared = this.resolve(operation.node['responses'][String(answer.status)]);
        if (declared === undefined) {
            assert.ok(ANYWHERE.includes(answer.status), what);
            assert.notEqual(JSON.parse(text).detail, undefined, what);
            return text;
        }
        const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
        const content = declared['content'] ?? {};
        const media = content[type] ?? content['*/*'] ?? (isProblem(type) && content['application/json']);
        assert.ok(media, `${what}, as ${type}`);
        if (media.schema !== undefined) {
            const valid = this.validator(media.schema);
            const value = type.endsWith('json') ? JSON.parse(text) : text;
            assert.ok(valid(value), `${what}\n${this.schemas.errorsText(valid.errors)}`);
        }
        return text;
    }

    private resolve(node: Json | undefined): Json | undefined {
        const reference: string | undefined = node?.['$ref'];
        if (reference === undefined) {
            return node;
        }
        const steps = reference.slice(2).split('/');
        return steps.reduce((at: Json, step) => at[step], this.document);
    }

    private validator(schema: Json): ValidateFunction {
        const absolute = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
        const known = this.compiled.get(absolute) ?? this.schemas.compile(JSON.parse(absolute));
        this.compiled.set(absolute, known);
        return known;
    }
}

function operation(method: string, path: string, node: Json): Operation {
    return {
        id: node['operationId'],
        method: method.toUpperCase(),
        path,
        pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        addition: node['x-addition'] === true,
        node,
    };
}

function placeholders(operation: Operation): number {
    return operation.path.split('{').length - 1;
}

function isProblem(type: string): boolean {
    return type === 'application/problem+json';
}
