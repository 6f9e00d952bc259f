import type {
    ActionInput,
    AIAgentInput,
    ConversationAnalyticsModel,
    ConversationInput,
    ProductInput,
    ProspectInput,
} from '../client/index.js';
import { given, owner } from './server.js';

/** The form of every id the server makes. */
export const ID = /^[a-z]{3}\.\d{10}\.[A-Za-z0-9]{8}$/;

/** UTC with microseconds and no zone: the form of every timestamp in answers. */
export const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}$/;

export const agentBody: AIAgentInput = {
    name: 'Mira',
    imageUrl: 'https://example.com/mira.png',
    status: 'active',
    role: 'receptionist',
    roleDescription: 'Answers calls',
    timezone: 'Europe/Madrid',
    mission: {
        prompt: 'You are {name}. We open at nine.',
        greeting: 'Hello!',
        sequence: [{ stageName: 'Welcome', description: 'Greet the caller' }],
        farewell: 'Goodbye!',
    },
};

export const prospectBody: ProspectInput = {
    status: 'NEW',
    name: 'Ana Flores',
    email: 'ana.flores@example.com',
    phoneNumber: '(415) 555-2671',
    externalReference: [{ providerName: 'Ledger', id: 'L-17', providerProps: { region: 'north' } }],
    prospectProps: { seats: 4 },
};

export const actionBody: ActionInput = {
    name: 'get_delivery_date',
    description: 'Tells when an order arrives',
    parameters: { type: 'object', properties: { orderId: { type: 'string' } } },
    endpoint: { url: 'https://example.com/orders', method: 'POST', payload: { shop: 7 } },
    invocationTrigger: 'user_query',
    userWaitingText: 'One moment',
};

export const productBody: ProductInput = {
    active: true,
    defaultPrice: 1299,
    currency: 'USD',
    description: 'Tools for a small garden',
    name: 'Garden set',
    shippable: true,
    features: ['Rustproof'],
    tags: ['gardening', 'tools', 'gardening'],
    status: 'active',
};

export const analytics: ConversationAnalyticsModel = {
    summary: 'Ana asked about a table.',
    actionItems: ['Call Ana back'],
    isAudioConsentGiven: true,
    emailAddressOfCaller: 'ana.flores@example.com',
    nameOfCaller: 'Ana Flores',
    phoneNumberOfCaller: '(415) 555-2671',
    addressOfCaller: null,
    sentimentOfCaller: 'positive',
    prospectStatus: 'GENERAL_ENQUIRY',
};

/** A finished call of one minute. */
export function conversationBody(agentId: string): ConversationInput {
    return {
        source: 'device12345',
        sourceType: 'BROWSER',
        agentId,
        transcriptText: [
            {
                speaker: 'AI',
                message: 'Hello, this is Mira.',
                timestamp: '2025-03-04T05:06:07.000001',
                message_id: 'dia.1741064767.aaaaaaaa',
            },
            {
                speaker: 'USER',
                message: 'My name is Ana.',
                timestamp: '2025-03-04T05:06:09.5Z',
                message_id: 'My name is Ana.',
            },
        ],
        transcriptSummary: 'Ana asked about a table.',
        timestampStart: '2025-03-04T05:06:07Z',
        timestampEnd: '2025-03-04T05:07:07Z',
        conversationAnalytics: analytics,
        adminComments: [{ comment: 'good', rating: 5 }],
    };
}

/** The id of a new agent. */
export async function newAgent(): Promise<string> {
    const agent = await owner.agents.createAIAgentV1({ aIAgentInput: agentBody });
    return given(agent.id);
}

/** The id of a new prospect. */
export async function newProspect(email = 'someone@example.com'): Promise<string> {
    const prospectInput: ProspectInput = { status: 'NEW', name: 'Someone', email };
    const prospect = await owner.prospects.createProspectV1({ prospectInput });
    return given(prospect.id);
}
