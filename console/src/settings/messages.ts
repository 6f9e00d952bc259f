import { catalogue } from '../messages/catalogue';
import { en } from './texts.en';
import { es } from './texts.es';
import { hi } from './texts.hi';

export const useText = catalogue({ en, es, hi });
