import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, asked, Refusal, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { useLanguage, type Language } from '../messages/language';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Card, Page, Pending } from '../ui/Page';
import { useText } from './messages';
import './agents.css';
import { createAgent, type AgentInput } from './queries';

const UI_LANGUAGES = { en: 'English', es: 'Spanish', hi: 'Hindi' } as const;
const GREETINGS: Record<Language, string> = {
  en: 'Hello, this is {name}, the {role} of {company_name}. What can I do for you?',
  es: 'Hola, soy {name}, {role} de {company_name}. ¿En qué puedo ayudarle?',
  hi: 'नमस्ते, मैं {name} हूँ, {company_name} से। मैं आपकी क्या मदद कर सकती हूँ?',
};

/** Makes an agent of a template, in less than a minute. */
export function NewAgent() {
  const text = useText();
  const { language } = useLanguage();
  const templates = useQuery({
    queryKey: ['templates', language],
    queryFn: () => asked(api.GET('/v1/ui/prompt-templates', { params: { query: { language } } })),
    staleTime: Infinity,
  });
  return (
    <Page title={text('newTitle')} lead={text('newLead')} back={{ to: '/agents', label: text('title') }}>
      {templates.data ? <Form templates={templates.data as Record<string, Schema<'PromptTemplate'>>} /> : <Pending of={templates} />}
    </Page>
  );
}

function Form({ templates }: { templates: Record<string, Schema<'PromptTemplate'>> }) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(Object.keys(templates)[0] ?? '');
  const [name, setName] = useState(templates[chosen]?.name ?? '');
  const [greeting, setGreeting] = useState(GREETINGS[language]);
  const create = useChange(createAgent, {
    touches: [['agents']],
    onDone: made => void navigate({ to: '/agents/$agentId', params: { agentId: made.id ?? '' }, search: { talk: 'open' } }),
  });
  const choose = (key: string) => {
    // a name somebody has typed stays
    if (!name || name === templates[chosen]?.name) {
      setName(templates[key]?.name ?? '');
    }
    setChosen(key);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(made(templates[chosen], name, greeting, language));
  };
  const errors = create.error instanceof Refusal ? create.error.fields : {};
  return (
    <form className="halves" onSubmit={submit}>
      <Card title={text('template')}>
        <ul className="agent-templates">
          {[...Object.entries(templates), ['', null] as const].map(([key, template]) => (
            <li key={key}>
              <label className="agent-template" data-chosen={key === chosen || undefined}>
                <input type="radio" name="template" checked={key === chosen} onChange={() => choose(key)} />
                <span><b className="capital">{template?.role ?? text('empty')}</b>{template && <span className="hint">{template.roleDescription}</span>}</span>
              </label>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <Field label={text('name')} hint={text('nameHint')} value={name} onChange={setName} error={errors['name']} isRequired autoFocus maxLength={128} />
        <Field label={text('greeting')} hint={text('greetingHint', { name: '{name}', role: '{role}', company_name: '{company_name}' })} lines={3} value={greeting} onChange={setGreeting} error={errors['mission.greeting']} isRequired />
        <div className="row end"><Button kind="main" type="submit" isPending={create.isPending}>{text('create')}</Button></div>
      </Card>
    </form>
  );
}

function made(template: Schema<'PromptTemplate'> | undefined, name: string, greeting: string, language: Language): AgentInput {
  const role = template?.role ?? 'assistant';
  return {
    name,
    imageUrl: '',
    status: 'active',
    role,
    roleDescription: template?.roleDescription ?? '',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    mission: { prompt: template?.prompt ?? '', greeting, sequence: template?.sequences ?? [] },
    voice: { gender: 'Female', languageAccent: { language: UI_LANGUAGES[language], accent: language === 'hi' ? 'Hindi' : 'American' }, modelId: '', backgroundNoise: false },
  };
}
