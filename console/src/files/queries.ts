import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api, asked, askedPage, type Schema } from '../api/client';
import { useChange } from '../api/change';
import { everyPage } from '../api/everyPage';
import { useFilesText } from './messages';

const SESSION = ['files', 'session'];

/** Remembers a file for as long as the console is open: the server has no list of files. */
export function keepInSession(queries: QueryClient, record: Schema<'Files'>) {
  queries.setQueryDefaults(SESSION, { gcTime: Infinity, staleTime: Infinity });
  queries.setQueryData<Schema<'Files'>[]>(SESSION, (known = []) => [record, ...known]);
}

function forgetInSession(queries: QueryClient, fileId: string) {
  queries.setQueryData<Schema<'Files'>[]>(SESSION, known => known?.filter(({ id }) => id !== fileId));
}

/** The files that were uploaded since the console was opened, newest first. */
export function useSessionFiles(): Schema<'Files'>[] {
  const { data } = useQuery<Schema<'Files'>[]>({ queryKey: SESSION, queryFn: () => [], enabled: false, gcTime: Infinity });
  return data ?? [];
}

/** Every hive that is made of files. */
export function useDocumentHives() {
  return useQuery({
    queryKey: ['hives', 'documents'],
    queryFn: () => everyPage(cursor => askedPage(api.GET('/v1/hives', {
      params: { query: { limit: 100, search_by: 'hiveType', search_value: 'DOCS', ...(cursor && { cursor }) } },
    }))),
  });
}

/** Deletes a file; hives do without it from then on. */
export function useDeleteFile(queries: QueryClient) {
  const text = useFilesText();
  return useChange((fileId: string) => asked(api.DELETE('/v1/files', { params: { query: { file_ids: fileId } } })), {
    touches: [['hives']],
    done: text('deleted'),
    onDone: (_, fileId) => forgetInSession(queries, fileId),
  });
}
